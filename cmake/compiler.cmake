# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler and linker settings shared by every target.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wimplicit-fallthrough -Werror
  -Wno-deprecated-declarations)  # libstdc++ 12's own std::stable_sort in C++23
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  add_link_options(-fuse-ld=lld)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -fno-omit-frame-pointer")
add_compile_options(-fstack-protector-strong -D_GLIBCXX_ASSERTIONS)
add_link_options(-Wl,-z,relro,-z,now,--as-needed)
if(HEADWAY_SANITIZE)
  add_compile_options(-fsanitize=${HEADWAY_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HEADWAY_SANITIZE})
endif()
if(HEADWAY_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
