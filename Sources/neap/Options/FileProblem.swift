import FoundationEssentials

/// What the file system says, as one line for a person.
struct FileProblem: CustomStringConvertible {
    let description: String

    /// Nil for errors of anything else.
    init?(_ error: any Error) {
        guard let error = error as? CocoaError else { return nil }
        let path = error.filePath ?? error.url?.path ?? "a file"
        description = "\(path): \(Self.why(error))"
    }

    private static func why(_ error: CocoaError) -> String {
        switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file or folder"
        case .fileWriteFileExists: "a file stands there already"
        case .fileWriteNoPermission, .fileReadNoPermission: "access is denied"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk can only be read"
        case .fileWriteInvalidFileName, .fileReadInvalidFileName: "this can not be a file's name"
        case .fileReadCorruptFile, .fileReadTooLarge: "it can not be read"
        default: error.underlying.map { "\($0)" } ?? "the system refuses it (\(error.code.rawValue))"
        }
    }
}
