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
    ("标准.部门", PackageResources.部门_yj),
    ("标准.依据", PackageResources.依据_yj),
    ("标准.行业.校园食品", PackageResources.校园食品_yj),
    ("标准.行业.餐饮", PackageResources.餐饮_yj),
    ("标准.行业.电梯", PackageResources.电梯_yj),
    ("标准.行业.医疗机构", PackageResources.医疗机构_yj),
    ("标准.行业.医疗美容", PackageResources.医疗美容_yj),
    ("标准.行业.养老", PackageResources.养老_yj),
    ("标准.行业.校车", PackageResources.校车_yj),
    ("标准.行业.预付卡", PackageResources.预付卡_yj),
    ("标准.行业.职业技能培训", PackageResources.职业技能培训_yj),
    ("标准.行业.建设项目", PackageResources.建设项目_yj),
    ("标准.行业.交通新业态", PackageResources.交通新业态_yj),
    ("标准.行业.危化品", PackageResources.危化品_yj),
    ("std.credit", PackageResources.credit_yj),
    ("std.risk", PackageResources.risk_yj),
    ("std.calendar.china", PackageResources.china_yj),
  ]
}
