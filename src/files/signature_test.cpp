// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the worked examples in the reference of Amazon S3, "Authenticating Requests (AWS Signature
// Version 4)".
#include "files/signature.hpp"

#include <gmock/gmock.h>

namespace headway::files {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

const Credentials who{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1"};
const Timestamp then{1'369'353'600'000'000};  // 2013-05-24T00:00:00Z
const std::pair<std::string, std::string> host{"host", "examplebucket.s3.amazonaws.com"};

std::string authorization(const Signable& request, std::string_view body) {
    return signed_headers(who, request, body, then).back().second;
}

TEST(Signature, OfAGetWithARange) {
    const std::string got = authorization({"GET", "/test.txt", {}, {{"range", "bytes=0-9"}, host}}, "");
    EXPECT_EQ(got,
              "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
              "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
              "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
}

TEST(Signature, OfAPutWithABody) {
    const Signable request{
        "PUT",
        "/test%24file.text",
        {},
        {{"date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}, host}};
    EXPECT_THAT(authorization(request, "Welcome to Amazon S3."),
                EndsWith("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"));
}

TEST(Signature, OfAQuery) {
    EXPECT_THAT(authorization({"GET", "/", {{"lifecycle", ""}}, {host}}, ""),
                EndsWith("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"));
    EXPECT_THAT(authorization({"GET", "/", {{"prefix", "J"}, {"max-keys", "2"}}, {host}}, ""),
                EndsWith("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
}

TEST(Signature, OfAnAddressThatExpires) {
    const std::string query = presigned_query(who, {"GET", "/test.txt", {}, {host}}, 86400, then);
    EXPECT_THAT(query, HasSubstr("X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2F"));
    EXPECT_THAT(query, HasSubstr("X-Amz-Expires=86400"));
    EXPECT_THAT(query, EndsWith("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
}

TEST(Signature, EncodesAsTheServiceDoes) {
    EXPECT_EQ(percent_encoded("a/b c~ü", Slash::kept), "a/b%20c~%C3%BC");
    EXPECT_EQ(percent_encoded("a/b", Slash::encoded), "a%2Fb");
    EXPECT_EQ(encoded_query({{"b", "2"}, {"a-b", "1"}, {"a", ""}, {"a", "x&y"}}), "a=&a=x%26y&a-b=1&b=2");
}

}  // namespace
}  // namespace headway::files
