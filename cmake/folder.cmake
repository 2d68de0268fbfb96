# SPDX-License-Identifier: GPL-3.0-or-later
# headway_folder(NAME [LINK libs...] [PRIVATE libs...] [GLUE] [FAST files...])
# One static library per folder of src/, made of every .cpp in it that is not a test. GLUE: what it does is to call others;
# inlining less there takes a third off the time of compiling it. FAST: but not in these, where it shows in bench/.
function(headway_folder name)
  cmake_parse_arguments(F "GLUE" "" "LINK;PRIVATE;FAST" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)  # headers only so far
    add_library(headway_${name} INTERFACE)
    target_include_directories(headway_${name} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(headway_${name} INTERFACE ${F_LINK})
    return()
  endif()
  add_library(headway_${name} STATIC ${sources})
  target_include_directories(headway_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(headway_${name} PUBLIC ${F_LINK} PRIVATE ${F_PRIVATE})
  if(F_GLUE AND CMAKE_CXX_COMPILER_ID MATCHES Clang)
    foreach(file ${F_FAST})
      list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/${name}/${file})
    endforeach()
    set_property(SOURCE ${sources} APPEND PROPERTY COMPILE_OPTIONS -mllvm -inline-threshold=25)
  endif()
endfunction()
