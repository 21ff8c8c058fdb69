# SPDX-License-Identifier: MIT
include("${CMAKE_CURRENT_LIST_DIR}/fearless_add_implementation.cmake")

# The packages of Debian that bring a Rust whose standard library comes with its sources: with these it can be instrumented, whole.
set(FEARLESS_RUST_PACKAGES cargo-web rust-web-src rustc-web)
# Where Debian's packages of crates stand.
set(FEARLESS_CRATES /usr/share/cargo/registry)

# Sets FEARLESS_RUSTC and FEARLESS_CARGO, to nothing where there are none; FEARLESS_RUST_RELEASE; and FEARLESS_RUST_LIBRARY, the sources of
# the standard library, to nothing where they are not there. A Rust that has them goes before one that is found first.
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

# Makes a folder in which cargo finds every crate that is on this machine: Debian's, and those that Rust's own library is made of.
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
# Builds an implementation from its port, one file over the Rust kit and the crates named, which are Debian's. The instrumented library is
# built with a standard library that is instrumented itself; that takes a minute or two, once: it is kept for all build folders, in
# fearless/ of the user's cache. FEARLESS_RELEASE is, to the source, the release of the first crate, or of Rust where there is none. The
# rest is as in fearless_add_implementation.
#
# Where a crate or cargo is not installed there is no implementation, but for what a compiler decides where it has a CRATE. Where the
# sources of Rust's library are not installed there is a plain one.
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

# A static library: the linker that knows the race detector makes the shared one of it.
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
  file(GLOB ports CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/impl/*/*.rs") # one may have a part in another's folder
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
