/// The modules that come with the language, embedded in the program: Yijian source, nothing else.
///
/// A module `标准.信用` is the file `标准/信用.yj`. Chinese and English modules are independent; each
/// is written with one keyword set.
package enum StandardLibrary {
  /// Every module with its path in a `使用`/`use` line and its text.
  package static let modules: [(path: String, bytes: [UInt8])] = [
    ("标准.信用", PackageResources.信用_yj),
    ("标准.风险", PackageResources.风险_yj),
    ("标准.检查结果", PackageResources.检查结果_yj),
    ("标准.日历.中国", PackageResources.中国_yj),
    ("std.credit", PackageResources.credit_yj),
    ("std.risk", PackageResources.risk_yj),
    ("std.calendar.china", PackageResources.china_yj),
  ]
}
