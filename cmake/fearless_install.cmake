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
