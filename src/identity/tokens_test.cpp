// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, keys and claims: what is right is taken, everything else is not.
#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include "http/base64.hpp"
#include "identity/claims.hpp"
#include "identity/key_set.hpp"

namespace headway::identity {
namespace {

using Pair = std::shared_ptr<EVP_PKEY>;

const Pair& rsa() {
    static const Pair key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}), EVP_PKEY_free);
    return key;
}
const Pair& other_rsa() {
    static const Pair key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}), EVP_PKEY_free);
    return key;
}
const Pair& short_rsa() {
    static const Pair key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024}), EVP_PKEY_free);
    return key;
}
const Pair& curve() {
    static const Pair key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free);
    return key;
}
const Pair& edwards() {
    static const Pair key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
    return key;
}

std::string number(const Pair& key, const char* name, std::size_t bytes = 0) {
    BIGNUM* n = nullptr;
    EVP_PKEY_get_bn_param(key.get(), name, &n);
    std::string out(bytes == 0 ? static_cast<std::size_t>(BN_num_bytes(n)) : bytes, '\0');
    BN_bn2binpad(n, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(n);
    return http::base64url(out);
}

std::string rsa_json(const Pair& key, const std::string& more) {
    return R"({"kty":"RSA","n":")" + number(key, OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
           number(key, OSSL_PKEY_PARAM_RSA_E) + "\"" + more + "}";
}

std::string curve_json() {
    return R"({"kty":"EC","crv":"P-256","kid":"e","x":")" + number(curve(), OSSL_PKEY_PARAM_EC_PUB_X, 32) +
           R"(","y":")" + number(curve(), OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "\"}";
}

std::string edwards_json() {
    std::string raw(32, '\0');
    std::size_t size = raw.size();
    EVP_PKEY_get_raw_public_key(edwards().get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
    return R"({"kty":"OKP","crv":"Ed25519","kid":"d","x":")" + http::base64url(raw) + "\"}";
}

KeySet set_of(const std::string& keys) {
    auto out = KeySet::parse("{\"keys\":[" + keys + "]}");
    EXPECT_TRUE(out) << out.error().message();
    return out ? *out : KeySet();
}

std::string unsigned_part(const std::string& header, const std::string& claims) {
    return http::base64url(header) + "." + http::base64url(claims);
}

/// Signed as `algorithm` says.
std::string sign(const Pair& key, const std::string& algorithm, const std::string& part) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* settings = nullptr;
    EVP_DigestSignInit(context, &settings, algorithm == "EdDSA" ? nullptr : EVP_sha256(), nullptr, key.get());
    if (algorithm == "PS256") {
        EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_DIGEST);
    }
    std::string out(1024, '\0');
    std::size_t size = out.size();
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(out.data()), &size,
                   reinterpret_cast<const unsigned char*>(part.data()), part.size());
    EVP_MD_CTX_free(context);
    out.resize(size);
    if (algorithm != "ES256") return out;
    const auto* at = reinterpret_cast<const unsigned char*>(out.data());
    ECDSA_SIG* both = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(out.size()));
    std::string flat(64, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(flat.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(both), bytes, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both), bytes + 32, 32);
    ECDSA_SIG_free(both);
    return flat;
}

const std::string some_claims = R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":2000})";

std::string token(const Pair& key, const std::string& algorithm, const std::string& id,
                  const std::string& claims = some_claims) {
    const std::string part = unsigned_part(R"({"alg":")" + algorithm + R"(","kid":")" + id + "\"}", claims);
    return part + "." + http::base64url(sign(key, algorithm, part));
}

bool is_taken(const KeySet& keys, const std::string& text) {
    const auto parsed = parse_token(text);
    return parsed && keys.check(*parsed).has_value();
}

TEST(Signatures, OfEveryAlgorithmAreTaken) {
    const KeySet keys =
        set_of(rsa_json(rsa(), R"(,"kid":"r","use":"sig")") + "," + curve_json() + "," + edwards_json());
    EXPECT_EQ(keys.size(), 3U);
    EXPECT_TRUE(is_taken(keys, token(rsa(), "RS256", "r")));
    EXPECT_TRUE(is_taken(keys, token(rsa(), "PS256", "r")));
    EXPECT_TRUE(is_taken(keys, token(curve(), "ES256", "e")));
    EXPECT_TRUE(is_taken(keys, token(edwards(), "EdDSA", "d")));
    EXPECT_TRUE(is_taken(keys, token(rsa(), "RS256", ""))) << "a token without a key's name";
}

TEST(Signatures, OfAnotherKeyOrAnotherTextAreNot) {
    const KeySet keys = set_of(rsa_json(rsa(), R"(,"kid":"r")") + "," + curve_json());
    EXPECT_FALSE(is_taken(keys, token(other_rsa(), "RS256", "r")));
    EXPECT_FALSE(is_taken(keys, token(rsa(), "RS256", "unknown")));
    const std::string good = token(rsa(), "RS256", "r");
    const std::string other = unsigned_part(R"({"alg":"RS256","kid":"r"})",
                                            R"({"iss":"https://i.example","aud":"me","sub":"admin"})");
    EXPECT_FALSE(is_taken(keys, other + good.substr(good.rfind('.'))));
    EXPECT_FALSE(is_taken(keys, good.substr(0, good.rfind('.') + 1))) << "no signature at all";
    std::string half = token(curve(), "ES256", "e");
    half.resize(half.rfind('.') + 1 + 43);
    EXPECT_FALSE(is_taken(keys, half));
    EXPECT_FALSE(is_taken(keys, unsigned_part(R"({"alg":"ES256","kid":"e"})", some_claims) + "." +
                                    http::base64url(std::string(64, '\0'))));
}

TEST(Signatures, TheKeyDecidesOnTheAlgorithm) {
    const KeySet pinned = set_of(rsa_json(rsa(), R"(,"kid":"r","alg":"PS256")"));
    EXPECT_FALSE(is_taken(pinned, token(rsa(), "RS256", "r")));
    EXPECT_TRUE(is_taken(pinned, token(rsa(), "PS256", "r")));
    const KeySet keys = set_of(rsa_json(rsa(), R"(,"kid":"r")"));
    for (const char* none : {"none", "None", "NONE", ""}) {
        const std::string part =
            unsigned_part(std::string(R"({"alg":")") + none + R"(","kid":"r"})", some_claims);
        EXPECT_FALSE(is_taken(keys, part + ".")) << none;
        EXPECT_FALSE(is_taken(keys, part + "." + http::base64url("x"))) << none;
    }
    // HS256 with what is public of the key as the secret.
    const std::string part = unsigned_part(R"({"alg":"HS256","kid":"r"})", some_claims);
    const std::string secret = *http::from_base64url(number(rsa(), OSSL_PKEY_PARAM_RSA_N));
    std::string mac(32, '\0');
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(part.data()), part.size(),
         reinterpret_cast<unsigned char*>(mac.data()), &size);
    EXPECT_FALSE(is_taken(keys, part + "." + http::base64url(mac)));
}

TEST(Keys, ThatCannotBeTrustedAreLeftOut) {
    for (const std::string& key :
         {rsa_json(short_rsa(), ""), rsa_json(rsa(), R"(,"use":"enc")"),
          rsa_json(rsa(), R"(,"key_ops":["encrypt"])"), rsa_json(rsa(), R"(,"alg":"HS256")"),
          std::string(R"({"kty":"oct","k":"c2VjcmV0"})"), std::string(R"({"kty":"RSA","n":"AQ","e":"AQAB"})"),
          std::string(R"({"kty":"EC","crv":"P-256","x":"","y":""})"),
          R"({"kty":"EC","crv":"P-256","x":")" + std::string(43, 'A') + R"(","y":")" + std::string(43, 'A') +
              "\"}",
          std::string("null"), std::string("7"), std::string("{}")})
        EXPECT_FALSE(KeySet::parse("{\"keys\":[" + key + "]}")) << key;
    for (const char* document : {"", "[]", "{}", "{\"keys\":7}", "<html>"})
        EXPECT_FALSE(KeySet::parse(document));
}

TEST(Tokens, ThatAreNoneAreRefused) {
    const std::string good = token(rsa(), "RS256", "r");
    EXPECT_TRUE(parse_token(good));
    for (const std::string& bad :
         {std::string(), std::string("a.b.c"), std::string(".."), good + ".x",
          good.substr(0, good.rfind('.')), good + "=", unsigned_part("[]", some_claims) + ".AA",
          unsigned_part(R"({"alg":7})", some_claims) + ".AA",
          unsigned_part(R"({"alg":"RS256"})", "7") + ".AA",
          unsigned_part(R"({"alg":"RS256","crit":["exp"]})", some_claims) + ".AA",
          unsigned_part(R"({"alg":"RS256","b64":false})", some_claims) + ".AA",
          unsigned_part(R"({"alg":"RS256"})", R"({"a":")" + std::string(longest_token, 'x') + "\"}") + ".AA"})
        EXPECT_FALSE(parse_token(bad)) << bad.substr(0, 80);
}

struct Case {
    const char* claims;
    const char* wrong;  ///< Part of what is said; empty: it is right.
};

TEST(Claims, AreHeldAgainstWhatIsExpected) {
    const Timestamp now{1'000'000'000};  // second 1000
    const auto judge = [&](const std::string& claims, std::optional<std::string> nonce, const char* type) {
        const auto parsed = parse_token(
            unsigned_part(std::string(R"({"alg":"RS256","typ":")") + type + "\"}", claims) + ".AA");
        EXPECT_TRUE(parsed) << claims;
        return check_claims(*parsed, {"https://i.example", "me", std::move(nonce), now});
    };
    const Case cases[] = {
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":1100})", ""},
        {R"({"iss":"https://i.example","aud":["you","me"],"sub":"ines","exp":1100})", ""},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":941,"nbf":1059,"iat":1059})", ""},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":940})", "expired"},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines"})", "expired"},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":"1100"})", "a time"},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":1e300})", "a time"},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":1100,"nbf":1061})", "not valid yet"},
        {R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":1100,"iat":1061})", "not valid yet"},
        {R"({"iss":"https://i.example/","aud":"me","sub":"ines","exp":1100})", "another issuer"},
        {R"({"aud":"me","sub":"ines","exp":1100})", "another issuer"},
        {R"({"iss":"https://i.example","aud":"you","sub":"ines","exp":1100})", "another service"},
        {R"({"iss":"https://i.example","aud":["you"],"sub":"ines","exp":1100})", "another service"},
        {R"({"iss":"https://i.example","sub":"ines","exp":1100})", "another service"},
        {R"({"iss":"https://i.example","aud":"me","exp":1100})", "nobody"},
        {R"({"iss":"https://i.example","aud":"me","sub":"","exp":1100})", "nobody"},
        {R"({"iss":"https://i.example","aud":"me","sub":7,"exp":1100})", "nobody"},
    };
    for (const Case& c : cases) {
        const auto got = judge(c.claims, std::nullopt, "at+jwt");
        EXPECT_EQ(got.has_value(), *c.wrong == '\0') << c.claims;
        if (!got)
            EXPECT_NE(got.error().what.find(c.wrong), std::string::npos) << c.claims << got.error().what;
    }
    EXPECT_FALSE(judge(cases[0].claims, std::nullopt, "logout+jwt"));
    EXPECT_TRUE(judge(cases[0].claims, std::nullopt, "application/at+JWT"));
    const std::string plain = R"({"iss":"https://i.example","aud":"me","sub":"ines","exp":1100,"nonce":"n")";
    EXPECT_TRUE(judge(plain + "}", "n", "JWT"));
    EXPECT_FALSE(judge(plain + "}", "m", "JWT")) << "of another sign-in";
    EXPECT_FALSE(judge(cases[0].claims, "n", "JWT")) << "of none";
    EXPECT_FALSE(judge(plain + R"(,"azp":"you"})", "n", "JWT"));
    EXPECT_FALSE(judge(cases[1].claims, "", "JWT")) << "several audiences and no word for whom it was made";
}

TEST(Claims, AnAddressIsProvedByAPlainYesOnly) {
    const auto person = [](const char* text) {
        Claims out;
        const auto tree = json::Tree::parse(text);
        read_person(tree->root(), out);
        return out;
    };
    EXPECT_TRUE(person(R"({"email":"a@b.example","email_verified":true})").email_verified);
    EXPECT_TRUE(person(R"({"email":"a@b.example","email_verified":"true"})").email_verified);
    for (const char* no : {"false", "\"false\"", "1", "null", "\"yes\"", "{}"}) {
        EXPECT_FALSE(person((std::string(R"({"email":"a@b.example","email_verified":)") + no + "}").c_str())
                         .email_verified)
            << no;
    }
    EXPECT_FALSE(person(R"({"email":"a@b.example"})").email_verified);
    EXPECT_FALSE(person(R"({"email_verified":true})").email_verified) << "of no address";
}

}  // namespace
}  // namespace headway::identity
