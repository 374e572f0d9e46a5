package import Engine

/// Why a draw could not be computed.
package enum DrawFailure: Error, Hashable, Sendable {
  /// A line feed would make two different draws look alike.
  case lineFeed(DrawRoot.Part)
  /// The key of a row has a line feed.
  case lineFeedInKey(row: Int)
  /// There are fewer strata numbers than keys, or more.
  case rowsMismatch(keys: Int, strata: Int)
  /// A row's stratum has no quota.
  case noQuota(stratum: Int)
  /// No sample meets the requirement with this index.
  case requirementNotMet(Int)
  case limit(LimitExceeded)
  /// libcrypto refused.
  case digest
}
