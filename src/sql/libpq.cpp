// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of libpq that this folder calls, each handed on to the library, which the first of them
// opens. With SQLite, or on the command line, nothing of it (nor of Kerberos, LDAP and TLS behind it) is
// loaded.
#include <cstddef>
#include <libpq-fe.h>

#include "base/shared_library.hpp"

namespace {

const headway::SharedLibrary& library() {
    static const headway::SharedLibrary opened("libpq.so.5");
    return opened;
}

}  // namespace

// Sets `real` to the library's function of the same name and type.
#define HEADWAY_REAL(name) static auto* const real = library().find<decltype(name)>(#name)

extern "C" {

// Without the library there is never a connection: these four say so, and no other is called.
PGconn* PQconnectdbParams(const char* const* keywords, const char* const* values, int expand) {
    HEADWAY_REAL(PQconnectdbParams);
    return real == nullptr ? nullptr : real(keywords, values, expand);
}
ConnStatusType PQstatus(const PGconn* connection) {
    HEADWAY_REAL(PQstatus);
    return real == nullptr ? CONNECTION_BAD : real(connection);
}
char* PQerrorMessage(const PGconn* connection) {
    HEADWAY_REAL(PQerrorMessage);
    static char missing[] = "its library libpq.so.5 is not installed (Debian: libpq5)";
    return real == nullptr ? missing : real(connection);
}
void PQfinish(PGconn* connection) {
    HEADWAY_REAL(PQfinish);
    if (real != nullptr) real(connection);
}

PQnoticeProcessor PQsetNoticeProcessor(PGconn* connection, PQnoticeProcessor receiver, void* user) {
    HEADWAY_REAL(PQsetNoticeProcessor);
    return real(connection, receiver, user);
}
int PQsocket(const PGconn* connection) {
    HEADWAY_REAL(PQsocket);
    return real(connection);
}
int PQconsumeInput(PGconn* connection) {
    HEADWAY_REAL(PQconsumeInput);
    return real(connection);
}
PGnotify* PQnotifies(PGconn* connection) {
    HEADWAY_REAL(PQnotifies);
    return real(connection);
}
PGresult* PQexec(PGconn* connection, const char* sql) {
    HEADWAY_REAL(PQexec);
    return real(connection, sql);
}
PGresult* PQprepare(PGconn* connection, const char* name, const char* sql, int count, const Oid* types) {
    HEADWAY_REAL(PQprepare);
    return real(connection, name, sql, count, types);
}
PGresult* PQexecPrepared(PGconn* connection, const char* name, int count, const char* const* values,
                         const int* lengths, const int* formats, int result_format) {
    HEADWAY_REAL(PQexecPrepared);
    return real(connection, name, count, values, lengths, formats, result_format);
}

ExecStatusType PQresultStatus(const PGresult* result) {
    HEADWAY_REAL(PQresultStatus);
    return real(result);
}
char* PQresultErrorField(const PGresult* result, int code) {
    HEADWAY_REAL(PQresultErrorField);
    return real(result, code);
}
int PQntuples(const PGresult* result) {
    HEADWAY_REAL(PQntuples);
    return real(result);
}
int PQnfields(const PGresult* result) {
    HEADWAY_REAL(PQnfields);
    return real(result);
}
char* PQfname(const PGresult* result, int column) {
    HEADWAY_REAL(PQfname);
    return real(result, column);
}
Oid PQftype(const PGresult* result, int column) {
    HEADWAY_REAL(PQftype);
    return real(result, column);
}
int PQgetisnull(const PGresult* result, int row, int column) {
    HEADWAY_REAL(PQgetisnull);
    return real(result, row, column);
}
int PQgetlength(const PGresult* result, int row, int column) {
    HEADWAY_REAL(PQgetlength);
    return real(result, row, column);
}
char* PQgetvalue(const PGresult* result, int row, int column) {
    HEADWAY_REAL(PQgetvalue);
    return real(result, row, column);
}
char* PQcmdStatus(PGresult* result) {
    HEADWAY_REAL(PQcmdStatus);
    return real(result);
}
char* PQcmdTuples(PGresult* result) {
    HEADWAY_REAL(PQcmdTuples);
    return real(result);
}
void PQclear(PGresult* result) {
    HEADWAY_REAL(PQclear);
    real(result);
}
unsigned char* PQunescapeBytea(const unsigned char* text, std::size_t* size) {
    HEADWAY_REAL(PQunescapeBytea);
    return real(text, size);
}
void PQfreemem(void* memory) {
    HEADWAY_REAL(PQfreemem);
    real(memory);
}

}  // extern "C"
