# SPDX-License-Identifier: MIT
include(fearless_flavours)

# fearless_add_port_variants(KIND): builds each .cpp file of conformance/KIND into its own library,
# KIND/<flavour>/<file>.so: the reference's port with some of its entries replaced. The target KIND builds all of them. The target `all`
# does so too, unless the instrumented suite is missing: then only the plain suite can judge them, and they are built on request.
function(fearless_add_port_variants kind)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/conformance/${kind}/*.cpp")
  add_custom_target(${kind})
  set(on_request OFF)
  if(NOT "instrumented" IN_LIST FEARLESS_FLAVOURS)
    set(on_request ON)
  endif()
  # What their headers and most of them include, compiled once for all.
  foreach(flavour IN LISTS FEARLESS_FLAVOURS)
    file(CONFIGURE OUTPUT "${kind}_${flavour}.cpp" CONTENT "")
    add_library(${kind}_headers_${flavour} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${kind}_${flavour}.cpp")
    target_link_libraries(${kind}_headers_${flavour} PRIVATE fearless::port Threads::Threads)
    target_precompile_headers(
      ${kind}_headers_${flavour}
      PRIVATE
      <fearless_port.h>
      <condition_variable>
      <deque>
      <memory>
      <mutex>
      <semaphore>
      <thread>)
    set_target_properties(${kind}_headers_${flavour} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden EXCLUDE_FROM_ALL
                                                                                                                          ${on_request})
    fearless_flavour(${kind}_headers_${flavour} ${flavour})
  endforeach()
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WLE)
    foreach(flavour IN LISTS FEARLESS_FLAVOURS)
      set(target "${kind}_${name}_${flavour}")
      add_library(${target} MODULE "${file}")
      target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/conformance/mutants/include")
      target_link_libraries(${target} PRIVATE reference_port_${flavour})
      fearless_flavour(${target} ${flavour})
      target_precompile_headers(${target} REUSE_FROM ${kind}_headers_${flavour})
      set_target_properties(
        ${target}
        PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${kind}/${flavour}"
                   OUTPUT_NAME "${name}"
                   PREFIX ""
                   DEFINE_SYMBOL ""
                   CXX_VISIBILITY_PRESET hidden
                   EXCLUDE_FROM_ALL ${on_request})
      add_dependencies(${kind} ${target})
    endforeach()
  endforeach()
endfunction()
