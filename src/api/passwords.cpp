// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/passwords.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <sodium.h>

#include "api/input.hpp"

namespace headway::api {
namespace {

// OWASP's least for Argon2id: 19 MiB, t = 2, p = 1.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} << 20U;

/// A hash of nothing that anybody knows: what unknown accounts are checked against.
constexpr const char* nobody =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

}  // namespace

/// At most so many inside and so many in front.
class Passwords::Gate {
  public:
    Gate(int at_once, int waiting) : free_(at_once), seats_(waiting) {}

    [[nodiscard]] bool enter() {
        std::unique_lock lock(mutex_);
        if (free_ == 0) {
            if (seats_ == 0) return false;
            --seats_;
            wake_.wait(lock, [this] { return free_ > 0; });
            ++seats_;
        }
        --free_;
        return true;
    }
    void leave() {
        {
            const std::lock_guard lock(mutex_);
            ++free_;
        }
        wake_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable wake_;
    int free_;
    int seats_;
};

namespace {

std::unexpected<Error> too_busy() {
    return fail(ErrorCode::rate_limited, "too many people sign in at this moment", {},
                "Try again in a few seconds");
}

}  // namespace

Passwords::Passwords(int at_once, int waiting) : gate_(std::make_unique<Gate>(at_once, waiting)) {
    static_cast<void>(sodium_init());
}
Passwords::~Passwords() = default;

Result<std::string> Passwords::hash(std::string_view password) const {
    if (!gate_->enter()) return too_busy();
    std::string out(crypto_pwhash_STRBYTES, '\0');
    const int failed = crypto_pwhash_str(out.data(), password.data(), password.size(), passes, memory);
    gate_->leave();
    if (failed != 0)
        return fail(ErrorCode::unavailable, "there is no memory for hashing a password", {}, "Try again");
    out.resize(out.find('\0'));
    return out;
}

Result<bool> Passwords::verify(const std::string& hash, std::string_view password) const {
    if (!gate_->enter()) return too_busy();
    const std::string& against = hash.empty() ? nobody : hash;
    const bool right = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    gate_->leave();
    return right && !hash.empty();
}

Result<void> Passwords::check_strength(std::string_view password) {
    if (auto ok = check_text("password", password, 10, 200); !ok) return ok;
    constexpr std::array<std::string_view, 12> common = {
        "1234567890",  "0123456789",    "password123", "passwordpassword", "qwertyuiop",   "qwerty123456",
        "iloveyou123", "administrator", "letmein123",  "welcome123",       "password1234", "1q2w3e4r5t"};
    const bool one_letter = password.find_first_not_of(password.front()) == std::string_view::npos;
    if (one_letter || std::find(common.begin(), common.end(), password) != common.end())
        return fail(ErrorCode::invalid, "this password is among the first that attackers try", "password");
    return {};
}

}  // namespace headway::api
