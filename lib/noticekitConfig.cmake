# find_package(noticekit): target noticekit::noticekit.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(ICU COMPONENTS uc i18n)
find_dependency(OpenSSL COMPONENTS Crypto)
find_dependency(LibXml2)
find_dependency(LibArchive)
find_dependency(simdjson)
include(${CMAKE_CURRENT_LIST_DIR}/noticekitTargets.cmake)
