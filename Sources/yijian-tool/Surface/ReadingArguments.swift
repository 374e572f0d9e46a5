import ArgumentParser
import Yijian

enum FileFormatChoice: String, ExpressibleByArgument, CaseIterable {
  case csv, xlsx, jsonl

  var format: FileFormat {
    switch self {
    case .csv: .csv
    case .xlsx: .xlsx
    case .jsonl: .jsonLines
    }
  }
}

enum EncodingChoice: String, ExpressibleByArgument, CaseIterable {
  case utf8 = "utf-8"
  case gb18030

  var encoding: TextEncoding { self == .utf8 ? .utf8 : .gb18030 }
}

/// What a data file is taken for, where it should not be found out.
struct ReadingArguments: ParsableArguments {
  @Option(help: "What the file is: csv, xlsx or jsonl (else by its content).")
  var fileFormat: FileFormatChoice?

  @Option(help: "How a text file is written: utf-8 or gb18030 (else by its content).")
  var encoding: EncodingChoice?

  @Option(help: "The sheet of a workbook, needed where several have cells.")
  var sheet: String?

  var options: ReadingOptions {
    ReadingOptions(format: fileFormat?.format, encoding: encoding?.encoding, sheet: sheet)
  }
}
