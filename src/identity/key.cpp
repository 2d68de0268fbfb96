// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/key.hpp"

#include <algorithm>
#include <array>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include "http/base64.hpp"

namespace headway::identity {
namespace {

constexpr int shortest_rsa = 2048;
constexpr std::size_t longest_rsa_bytes = 1024;  // 8192 bits: longer ones cost more than they are worth

struct Curve {
    std::string_view name;
    std::string_view algorithm;
    const char* group;
    std::size_t bytes;  ///< Of one coordinate, and of each half of a signature.
};
constexpr std::array<Curve, 3> curves{
    {{"P-256", "ES256", "P-256", 32}, {"P-384", "ES384", "P-384", 48}, {"P-521", "ES512", "P-521", 66}}};

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Context = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Made = std::shared_ptr<EVP_PKEY>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
    return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::string bytes_at(const json::Node& node, std::string_view name) {
    return http::from_base64url(node[name].text().value_or("")).value_or("");
}

Made make_key(const char* kind, OSSL_PARAM_BLD* builder) {
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    EVP_PKEY* key = nullptr;
    if (!context || !parameters || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return {key, EVP_PKEY_free};
}

Made make_rsa(const json::Node& node) {
    const std::string n = bytes_at(node, "n");
    const std::string e = bytes_at(node, "e");
    if (n.empty() || n.size() > longest_rsa_bytes || e.empty() || e.size() > 8) return nullptr;
    const Number modulus = number_of(n);
    const Number exponent = number_of(e);
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || !modulus || !exponent || BN_is_odd(exponent.get()) == 0 ||
        BN_is_one(exponent.get()) == 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    const Made key = make_key("RSA", builder.get());
    return key && EVP_PKEY_get_bits(key.get()) >= shortest_rsa ? key : nullptr;
}

Made make_ec(const json::Node& node, const Curve& curve) {
    const std::string x = bytes_at(node, "x");
    const std::string y = bytes_at(node, "y");
    if (x.size() != curve.bytes || y.size() != curve.bytes) return nullptr;
    const std::string point = "\x04" + x + y;
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.group, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return nullptr;
    const Made key = make_key("EC", builder.get());
    if (!key) return nullptr;
    const Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;  // the point lies on its curve
}

Made make_ed25519(const json::Node& node) {
    const std::string x = bytes_at(node, "x");
    EVP_PKEY* key = x.size() == 32
                        ? EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size())
                        : nullptr;
    return key == nullptr ? nullptr : Made(key, EVP_PKEY_free);
}

/// What the token has are two numbers side by side; what OpenSSL reads is their DER.
std::string der_of(std::string_view signature, std::size_t half) {
    if (signature.size() != 2 * half) return {};
    const Signature both(ECDSA_SIG_new());
    Number r = number_of(signature.substr(0, half));
    Number s = number_of(signature.substr(half));
    if (!both || !r || !s || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());  // they are the signature's now
    static_cast<void>(s.release());
    std::string out(static_cast<std::size_t>(std::max(0, i2d_ECDSA_SIG(both.get(), nullptr))), '\0');
    auto* at = reinterpret_cast<unsigned char*>(out.data());
    if (out.empty() || i2d_ECDSA_SIG(both.get(), &at) <= 0) return {};
    return out;
}

const EVP_MD* digest_of(std::string_view algorithm) {
    if (algorithm.ends_with("256")) return EVP_sha256();
    if (algorithm.ends_with("384")) return EVP_sha384();
    return algorithm.ends_with("512") ? EVP_sha512() : nullptr;  // EdDSA has its own
}

bool uses_signatures(const json::Node& node) {
    if (const auto use = node["use"].text(); use && *use != "sig") return false;
    const json::Node operations = node["key_ops"];
    if (!operations.is_list()) return true;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        if (operations.item(i).text() == "verify") return true;
    }
    return false;
}

}  // namespace

std::optional<Key> Key::from_json(const json::Node& node) {
    if (!uses_signatures(node)) return std::nullopt;
    const std::string kind = node["kty"].text().value_or("");
    const std::string curve_name = node["crv"].text().value_or("");
    Key out;
    out.id_ = node["kid"].text().value_or("");
    if (kind == "RSA") {
        out.key_ = make_rsa(node);
        out.algorithms_ = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"};
    } else if (kind == "EC") {
        const auto* const curve = std::ranges::find(curves, curve_name, &Curve::name);
        if (curve == curves.end()) return std::nullopt;
        out.key_ = make_ec(node, *curve);
        out.algorithms_ = {std::string(curve->algorithm)};
    } else if (kind == "OKP" && curve_name == "Ed25519") {
        out.key_ = make_ed25519(node);
        out.algorithms_ = {"EdDSA"};
    }
    if (!out.key_) return std::nullopt;
    if (const auto named = node["alg"].text()) {
        if (!out.allows(*named)) return std::nullopt;
        out.algorithms_ = {*named};
    }
    return out;
}

bool Key::allows(std::string_view algorithm) const {
    return std::ranges::find(algorithms_, algorithm) != algorithms_.end();
}

bool Key::verifies(std::string_view algorithm, std::string_view bytes, std::string_view signature) const {
    if (!allows(algorithm)) return false;
    std::string der;
    if (algorithm.starts_with("ES")) {
        const auto* const curve = std::ranges::find(curves, algorithm, &Curve::algorithm);
        der = der_of(signature, curve->bytes);
        if (der.empty()) return false;
        signature = der;
    }
    const Digest context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* settings = nullptr;
    if (!context ||
        EVP_DigestVerifyInit(context.get(), &settings, digest_of(algorithm), nullptr, key_.get()) != 1)
        return false;
    if (algorithm.starts_with("PS") &&
        (EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes),
                            bytes.size()) == 1;
}

}  // namespace headway::identity
