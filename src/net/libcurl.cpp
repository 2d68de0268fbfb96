// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of libcurl that this folder calls, each handed on to the library, which the first of them
// opens. A program that asks no other host loads nothing of it, nor of the SSH, LDAP, Kerberos and TLS behind
// it.
#include <cstdarg>
#include <curl/curl.h>

#include "base/shared_library.hpp"

namespace {

const headway::SharedLibrary& library() {
    static const headway::SharedLibrary opened("libcurl.so.4");
    return opened;
}

}  // namespace

// Sets `real` to the library's function of the same name and type.
#define HEADWAY_REAL(name) static auto* const real = library().find<decltype(name)>(#name)

extern "C" {

// Without the library no handle is ever made: those that make one say so, and no other is called.
CURLcode curl_global_init(long flags) {
    HEADWAY_REAL(curl_global_init);
    return real == nullptr ? CURLE_FAILED_INIT : real(flags);
}
CURL* curl_easy_init() {
    HEADWAY_REAL(curl_easy_init);
    return real == nullptr ? nullptr : real();
}
CURLU* curl_url() {
    HEADWAY_REAL(curl_url);
    return real == nullptr ? nullptr : real();
}
time_t curl_getdate(const char* text, const time_t* unused) {
    HEADWAY_REAL(curl_getdate);
    return real == nullptr ? -1 : real(text, unused);
}

// The one argument is a long, a curl_off_t or a pointer: of one size, passed alike.
static_assert(sizeof(long) == sizeof(void*) && sizeof(curl_off_t) == sizeof(void*));
#pragma clang diagnostic push
#pragma clang diagnostic ignored \
    "-Wvarargs"  // the parameter before "..." is an enumeration, as libcurl has it
CURLcode curl_easy_setopt(CURL* curl, CURLoption option, ...) {
    HEADWAY_REAL(curl_easy_setopt);
    std::va_list arguments;
    va_start(arguments, option);
    void* const value = va_arg(arguments, void*);
    va_end(arguments);
    return real(curl, option, value);
}
CURLcode curl_easy_getinfo(CURL* curl, CURLINFO which, ...) {
    HEADWAY_REAL(curl_easy_getinfo);
    std::va_list arguments;
    va_start(arguments, which);
    void* const value = va_arg(arguments, void*);
    va_end(arguments);
    return real(curl, which, value);
}
#pragma clang diagnostic pop
CURLcode curl_easy_perform(CURL* curl) {
    HEADWAY_REAL(curl_easy_perform);
    return real(curl);
}
void curl_easy_cleanup(CURL* curl) {
    HEADWAY_REAL(curl_easy_cleanup);
    real(curl);
}
const char* curl_easy_strerror(CURLcode code) {
    HEADWAY_REAL(curl_easy_strerror);
    return real(code);
}

CURLM* curl_multi_init() {
    HEADWAY_REAL(curl_multi_init);
    return real == nullptr ? nullptr : real();
}
CURLMcode curl_multi_add_handle(CURLM* multi, CURL* curl) {
    HEADWAY_REAL(curl_multi_add_handle);
    return real(multi, curl);
}
CURLMcode curl_multi_remove_handle(CURLM* multi, CURL* curl) {
    HEADWAY_REAL(curl_multi_remove_handle);
    return real(multi, curl);
}
CURLMcode curl_multi_perform(CURLM* multi, int* running) {
    HEADWAY_REAL(curl_multi_perform);
    return real(multi, running);
}
CURLMcode curl_multi_poll(CURLM* multi, curl_waitfd* extra, unsigned extra_count, int timeout_ms,
                          int* ready) {
    HEADWAY_REAL(curl_multi_poll);
    return real(multi, extra, extra_count, timeout_ms, ready);
}
CURLMsg* curl_multi_info_read(CURLM* multi, int* left) {
    HEADWAY_REAL(curl_multi_info_read);
    return real(multi, left);
}
CURLMcode curl_multi_cleanup(CURLM* multi) {
    HEADWAY_REAL(curl_multi_cleanup);
    return real(multi);
}

curl_slist* curl_slist_append(curl_slist* list, const char* line) {
    HEADWAY_REAL(curl_slist_append);
    return real == nullptr ? nullptr : real(list, line);
}
void curl_slist_free_all(curl_slist* list) {
    HEADWAY_REAL(curl_slist_free_all);
    real(list);
}

CURLUcode curl_url_set(CURLU* url, CURLUPart which, const char* text, unsigned flags) {
    HEADWAY_REAL(curl_url_set);
    return real(url, which, text, flags);
}
CURLUcode curl_url_get(CURLU* url, CURLUPart which, char** text, unsigned flags) {
    HEADWAY_REAL(curl_url_get);
    return real(url, which, text, flags);
}
void curl_url_cleanup(CURLU* url) {
    HEADWAY_REAL(curl_url_cleanup);
    real(url);
}
void curl_free(void* memory) {
    HEADWAY_REAL(curl_free);
    real(memory);
}

}  // extern "C"
