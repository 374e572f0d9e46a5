import Digest
import TestSupport

/// A registry made from a seed, and a plan over it: what the tests of draws work on.
enum Canteens {
  struct Row {
    let key: String
    let town: String
    let tier: String
    let diners: Int
    let complaints: Int
  }

  static func rows(_ count: Int, seed: UInt64 = 1) -> [Row] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      Row(
        key: "K\(10_000 + index * 7 % 90_000)-\(index)",
        town: ["七宝", "新虹", "浦锦", "莘庄"][Int.random(in: 0..<4, using: &random)],
        tier: ["A", "A", "A", "B", "B", "C", "D"][Int.random(in: 0..<7, using: &random)],
        diners: Int.random(in: 0..<500, using: &random),
        complaints: Int.random(in: 0..<7, using: &random))
    }
  }

  static func csv(_ rows: [Row]) -> String {
    "代码,街镇,信用,就餐人数,近一年投诉\n"
      + rows.map { "\($0.key),\($0.town),\($0.tier),\($0.diners),\($0.complaints)\n" }.joined()
  }

  /// A script with one plan, whose sampling clause is given.
  static func script(_ sampling: String, more: String = "") -> String {
    """
    使用 标准.信用
    部门 教育局
    部门 市场监管局 { 名称 "闵行区市场监督管理局" }
    名录 食堂 {
        主键 代码: 文本
        街镇: 文本
        信用: 信用等级
        就餐人数: 整数
        近一年投诉: 整数
    }
    计划 食品安全 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        参与 市场监管局
        对象 食堂 其中 就餐人数 > 0
        频次 2次/季度
        \(sampling)
        人员 市场监管局 2人, 教育局 1人
        \(more)
    }
    """
  }

  /// The format `yijian-draw/1` written out once more: nothing but SHA-256 and sorting.
  static func root(seed: String, group: String, period: String) throws -> String {
    try SHA256.hex(of: "yijian-draw/1\n\(seed)\n\(group)\n\(period)")
  }

  /// Keys in ticket order.
  static func ordered(_ keys: [String], root: String) throws -> [String] {
    try keys.map { (try SHA256.hex(of: root + $0), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
  }
}
