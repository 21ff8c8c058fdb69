# SPDX-License-Identifier: MIT
include("${CMAKE_CURRENT_LIST_DIR}/fearless_add_implementation.cmake")

# The Debian packages of a Rust that has the sources of its standard library: an instrumented build needs them.
set(FEARLESS_RUST_PACKAGES cargo-web rust-web-src rustc-web)
# Where Debian's packages of crates are installed.
set(FEARLESS_CRATES /usr/share/cargo/registry)

# Sets FEARLESS_RUSTC, FEARLESS_CARGO, FEARLESS_RUST_RELEASE and FEARLESS_RUST_LIBRARY, the folder with the sources of the standard library.
# What is not found is set to the empty string. A Rust with these sources is preferred to one that is found earlier.
function(_fearless_find_rust)
  set(FEARLESS_RUSTC "" PARENT_SCOPE)
  set(FEARLESS_RUST_LIBRARY "" PARENT_SCOPE)
  find_program(_fearless_rustc_in_path rustc)
  find_program(_fearless_cargo_in_path cargo)
  set(found "")
  foreach(pair IN ITEMS "${_fearless_rustc_in_path}|${_fearless_cargo_in_path}" "/usr/bin/rustc|/usr/bin/cargo")
    string(REPLACE "|" ";" pair "${pair}")
    list(GET pair 0 rustc)
    list(GET pair 1 cargo)
    if(NOT EXISTS "${rustc}" OR NOT EXISTS "${cargo}")
      continue()
    endif()
    execute_process(COMMAND "${rustc}" --print sysroot OUTPUT_VARIABLE sysroot OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    set(library "${sysroot}/lib/rustlib/src/rust/library")
    if(NOT EXISTS "${library}/std/src/lib.rs" OR NOT EXISTS "${library}/vendor")
      set(library "")
    endif()
    if(found AND NOT library)
      continue()
    endif()
    set(found "${rustc}")
    execute_process(COMMAND "${rustc}" --version OUTPUT_VARIABLE version)
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" release "${version}")
    set(FEARLESS_RUSTC "${rustc}" PARENT_SCOPE)
    set(FEARLESS_CARGO "${cargo}" PARENT_SCOPE)
    set(FEARLESS_RUST_RELEASE "${release}" PARENT_SCOPE)
    set(FEARLESS_RUST_LIBRARY "${library}" PARENT_SCOPE)
    if(library)
      break()
    endif()
  endforeach()
endfunction()

# Makes a folder where cargo finds every installed crate: Debian's, and the dependencies of Rust's standard library.
function(_fearless_gather_crates folder)
  file(REMOVE_RECURSE "${folder}")
  file(MAKE_DIRECTORY "${folder}")
  file(GLOB crates "${FEARLESS_CRATES}/*")
  if(FEARLESS_RUST_LIBRARY)
    file(GLOB parts "${FEARLESS_RUST_LIBRARY}/vendor/*")
  endif()
  foreach(crate IN LISTS crates parts)
    get_filename_component(name "${crate}" NAME)
    file(CREATE_LINK "${crate}" "${folder}/${name}" SYMBOLIC)
  endforeach()
endfunction()

# fearless_add_rust_implementation(NAME SOURCE file [CRATES crate…] [DESCRIPTION text] [HOMEPAGE address] [CRATE file])
#
# Builds an implementation from its port: one Rust file that uses the Rust kit and the named crates, installed by Debian. The instrumented
# library contains an instrumented standard library. Its first build takes a minute or two and is kept for all build folders in fearless/
# of the user's cache. The source sees the environment variable FEARLESS_RELEASE: the release of the first crate, or of Rust if there are no
# crates. The other arguments are those of fearless_add_implementation.
#
# If a crate or cargo is missing, the implementation is not built; with CRATE its compile-time cases are still judged. If the sources of
# Rust's library are missing, only the plain library is built.
function(fearless_add_rust_implementation name)
  set(passed_on DESCRIPTION HOMEPAGE CRATE)
  cmake_parse_arguments(PARSE_ARGV 1 rust "" "SOURCE;${passed_on}" "CRATES")
  if(rust_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "fearless_add_rust_implementation(${name}): unknown arguments: ${rust_UNPARSED_ARGUMENTS}")
  endif()
  set(about LANGUAGE rust)
  foreach(each IN LISTS passed_on)
    if(rust_${each})
      list(APPEND about ${each} "${rust_${each}}")
    endif()
  endforeach()
  _fearless_find_rust()
  set(missing "")
  if(NOT FEARLESS_RUSTC)
    set(missing ${FEARLESS_RUST_PACKAGES})
  endif()
  set(releases "")
  set(dependencies "")
  foreach(crate IN LISTS rust_CRATES)
    file(GLOB found CONFIGURE_DEPENDS "${FEARLESS_CRATES}/${crate}-[0-9]*")
    if(NOT found)
      string(REPLACE "_" "-" package "librust-${crate}-dev")
      list(APPEND missing "${package}")
      continue()
    endif()
    list(GET found 0 found)
    string(REGEX REPLACE ".*/${crate}-" "" version "${found}")
    string(APPEND dependencies "${crate} = \"=${version}\"\n")
    list(APPEND releases "${version}")
  endforeach()
  list(APPEND releases "${FEARLESS_RUST_RELEASE}")
  if(missing AND rust_CRATE AND _fearless_rustc_in_path)
    fearless_add_implementation(${name} ${about} NEEDS ${missing})
    return()
  elseif(missing)
    fearless_missing_implementation(${name} PACKAGES ${missing})
    return()
  endif()

  list(GET releases 0 release)
  set(folder "${PROJECT_BINARY_DIR}/implementations/${name}")
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/${rust_SOURCE}")
  file(
    CONFIGURE
    OUTPUT
    "${folder}/Cargo.toml"
    CONTENT
    "[package]
name = \"${name}\"
version = \"0.0.0\"
edition = \"2021\"

# A static library: Clang, which knows the race detector, links the shared library from it.
[lib]
path = \"@source@\"
crate-type = [\"staticlib\"]

[dependencies]
fearless-port = { path = \"@PROJECT_SOURCE_DIR@/impl/port/rust\" }
@dependencies@"
    @ONLY)
  set(crates "${PROJECT_BINARY_DIR}/implementations/crates")
  _fearless_gather_crates("${crates}")

  set(cache "$ENV{XDG_CACHE_HOME}")
  if(cache STREQUAL "" AND NOT "$ENV{HOME}" STREQUAL "")
    set(cache "$ENV{HOME}/.cache")
  elseif(cache STREQUAL "")
    set(cache "${PROJECT_BINARY_DIR}/cache")
  endif()
  set(environment RUSTC_BOOTSTRAP=1 "RUSTC=${FEARLESS_RUSTC}" "CARGO_TARGET_DIR=${cache}/fearless/rust-${FEARLESS_RUST_RELEASE}"
                  "FEARLESS_RELEASE=${release}")
  set(cargo
      "${FEARLESS_CARGO}"
      build
      --quiet
      --release
      --offline
      -Zunstable-options
      --target
      ${CMAKE_SYSTEM_PROCESSOR}-unknown-linux-gnu
      --config
      "source.crates-io.replace-with=\"installed\""
      --config
      "source.installed.directory=\"${crates}\"")
  file(GLOB kit CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/impl/port/rust/Cargo.toml" "${PROJECT_SOURCE_DIR}/impl/port/rust/src/*.rs")
  file(GLOB ports CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/impl/*/*.rs") # a port may use a file in another port's folder
  string(REPLACE "-" "_" archive "lib${name}.a")

  set(libraries "")
  set(flavours ${FEARLESS_FLAVOURS})
  if(NOT FEARLESS_RUST_LIBRARY)
    set(flavours plain)
    set(libraries NEEDS ${FEARLESS_RUST_PACKAGES})
  endif()
  foreach(flavour IN LISTS flavours)
    set(flags "")
    set(with_library "")
    set(sanitize "")
    if(flavour STREQUAL "instrumented")
      set(flags "-Zsanitizer=thread -Cforce-frame-pointers=yes")
      set(with_library -Zbuild-std=std,panic_unwind)
      set(sanitize -fsanitize=thread)
    endif()
    set(built "${folder}/${flavour}/lib${name}.so")
    add_custom_command(
      OUTPUT "${built}"
      COMMAND ${CMAKE_COMMAND} -E env ${environment} "RUSTFLAGS=${flags}" ${cargo} ${with_library} --artifact-dir "${folder}/${flavour}"
      COMMAND ${CMAKE_CXX_COMPILER} -shared ${sanitize} -o "${built}" -Wl,--whole-archive "${folder}/${flavour}/${archive}"
              -Wl,--no-whole-archive -pthread -ldl
      DEPENDS ${ports} ${kit} "${folder}/Cargo.toml"
      WORKING_DIRECTORY "${folder}"
      COMMENT "Building the port of ${name} (${flavour})"
      VERBATIM)
    string(TOUPPER ${flavour} keyword)
    list(APPEND libraries ${keyword} "${name}/${flavour}/lib${name}.so" DEPENDS "${built}")
  endforeach()
  fearless_add_implementation(${name} ${about} RUSTC "${FEARLESS_RUSTC}" ${libraries})
endfunction()
