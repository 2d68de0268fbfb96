// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks whether files can be reached waits for none.
#include "api/file_watch.hpp"

#include <atomic>
#include <gtest/gtest.h>

namespace headway::api {
namespace {

/// Counts how often it is looked at, and hangs as long as it is told to.
class HangingStore : public files::FileStore {
  public:
    Result<void> put(const std::string&, std::string_view, std::string_view) override { return {}; }
    Result<std::string> get(const std::string&) override { return std::string(); }
    Result<std::string> get_part(const std::string&, std::uint64_t, std::uint64_t) override {
        return std::string();
    }
    Result<std::optional<files::StoredFile>> find(const std::string&) override { return std::nullopt; }
    Result<void> remove(const std::string&) override { return {}; }
    std::optional<std::string> download_url(const std::string&, std::string_view, int) override {
        return std::nullopt;
    }
    Result<void> check() override {
        ++checks;
        hangs.wait(true);
        return {};
    }
    [[nodiscard]] std::string place() const override { return "nowhere"; }

    std::atomic<int> checks = 0;
    std::atomic<bool> hangs = false;
};

TEST(FileWatch, LooksOnceForManyWhoAsk) {
    HangingStore store;
    FileWatch watch(store);
    for (int i = 0; i < 100; ++i) EXPECT_TRUE(watch.state());
    EXPECT_EQ(store.checks, 1);
}

TEST(FileWatch, WaitsForNoStoreThatHangs) {
    HangingStore store;
    store.hangs = true;
    FileWatch watch(store);
    EXPECT_FALSE(watch.state()) << "who waited for it would wait for ever";
    EXPECT_FALSE(watch.state());
    EXPECT_EQ(store.checks, 1) << "one look at a time";
    store.hangs = false;
    store.hangs.notify_all();
    while (!watch.state()) {
    }
    EXPECT_EQ(store.checks, 1);
}

}  // namespace
}  // namespace headway::api
