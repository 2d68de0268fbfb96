// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headway {

/// A shared library that is opened when it is first needed. For libraries that most runs of the program never
/// call and that bring many others along: being linked against them would cost every start (docs/adr/0011).
class SharedLibrary {
  public:
    /// `file` as the loader looks for it: "libpq.so.5".
    explicit SharedLibrary(const char* file);
    SharedLibrary(const SharedLibrary&) = delete;
    SharedLibrary& operator=(const SharedLibrary&) = delete;
    ~SharedLibrary() = default;  // stays open: threads may be inside it until the process ends

    [[nodiscard]] bool open() const { return handle_ != nullptr; }
    /// Null where the library is not open or has no such function.
    template <class Function>
    [[nodiscard]] Function* find(const char* name) const {
        return reinterpret_cast<Function*>(symbol(name));
    }

  private:
    [[nodiscard]] void* symbol(const char* name) const;

    void* handle_;
};

}  // namespace headway
