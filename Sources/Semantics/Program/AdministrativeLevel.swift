package import Source

/// The level of government a department belongs to, the highest first.
package enum AdministrativeLevel: Int, Hashable, Sendable, Comparable, CaseIterable {
  case national, provincial, municipal, county, township

  /// Lower in the hierarchy counts as greater.
  package static func < (a: AdministrativeLevel, b: AdministrativeLevel) -> Bool {
    a.rawValue < b.rawValue
  }

  package var words: Words {
    switch self {
    case .national: Words(zh: "国家级", en: "national")
    case .provincial: Words(zh: "省级", en: "provincial")
    case .municipal: Words(zh: "市级", en: "municipal")
    case .county: Words(zh: "县级", en: "county")
    case .township: Words(zh: "乡镇级", en: "township")
    }
  }
}
