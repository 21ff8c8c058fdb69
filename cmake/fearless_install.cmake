# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/Fearless")
install(TARGETS fearless fearless_port EXPORT fearless_targets FILE_SET HEADERS)
install(EXPORT fearless_targets NAMESPACE fearless:: DESTINATION "${package_folder}")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/FearlessConfig.cmake.in" "${PROJECT_BINARY_DIR}/FearlessConfig.cmake"
                              INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/FearlessConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/FearlessConfig.cmake" "${PROJECT_BINARY_DIR}/FearlessConfigVersion.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/fearless_enforce_ownership.cmake" DESTINATION "${package_folder}")

# The component `conformance`: the program `fearless` and all that it needs to certify outside of this tree. The sources and the build
# that it reads are laid out as they are here. Only the build that has both suites can give it.
include(fearless_flavours)
if(NOT FEARLESS_CONFORMANCE OR NOT "instrumented" IN_LIST FEARLESS_FLAVOURS)
  return()
endif()
set(installed_source "${CMAKE_INSTALL_DATADIR}/fearless")
set(installed_build "${CMAKE_INSTALL_LIBEXECDIR}/fearless")

install(TARGETS fearless_certifier EXPORT fearless_conformance_targets RUNTIME COMPONENT conformance)
install(EXPORT fearless_conformance_targets NAMESPACE fearless:: DESTINATION "${package_folder}" COMPONENT conformance)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/fearless_add_implementation.cmake" "${CMAKE_CURRENT_LIST_DIR}/fearless_flavours.cmake"
        DESTINATION "${package_folder}" COMPONENT conformance)

foreach(flavour IN LISTS FEARLESS_FLAVOURS)
  install(TARGETS suite_${flavour} RUNTIME DESTINATION "${installed_build}/suite/${flavour}" COMPONENT conformance)
endforeach()
foreach(folder IN ITEMS controls listings)
  install(
    DIRECTORY "${PROJECT_BINARY_DIR}/${folder}"
    DESTINATION "${installed_build}"
    COMPONENT conformance
    USE_SOURCE_PERMISSIONS
    PATTERN "*.json" EXCLUDE)
endforeach()
install(DIRECTORY "${PROJECT_BINARY_DIR}/spec/listings" DESTINATION "${installed_build}/spec" COMPONENT conformance)
install(FILES "${PROJECT_BINARY_DIR}/spec/claims.json" DESTINATION "${installed_build}/spec" COMPONENT conformance)

# Links from the chapters to terms lead there.
install(FILES "${PROJECT_SOURCE_DIR}/docs/glossary.md" DESTINATION "${installed_source}/docs" COMPONENT conformance)
foreach(folder IN ITEMS conformance/claims conformance/mutants conformance/scenarios/corpus conformance/templates impl/port
                        impl/reference/include spec tsan)
  get_filename_component(parent "${folder}" DIRECTORY)
  install(
    DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}"
    DESTINATION "${installed_source}/${parent}"
    COMPONENT conformance
    PATTERN tests EXCLUDE
    PATTERN target EXCLUDE)
endforeach()
# What is installed is in no repository, and says which commit it comes from by this file.
install(
  CODE "
  set(revision unknown\\n)
  execute_process(COMMAND git describe --always --dirty --abbrev=40 --exclude=* WORKING_DIRECTORY \"${PROJECT_SOURCE_DIR}\" OUTPUT_VARIABLE said ERROR_QUIET)
  if(said)
    set(revision \"\${said}\")
  endif()
  file(WRITE \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${installed_source}/REVISION\" \"\${revision}\")"
  COMPONENT conformance)
