import FoundationEssentials

/// What the file system says, as one line for a person.
public struct FileProblem: CustomStringConvertible {
    public let description: String

    /// Nil for errors of anything else.
    public init?(_ error: any Error) {
        guard let error = error as? CocoaError else { return nil }
        let path = error.filePath ?? error.url?.path ?? "a file"
        description = "\(path): \(Self.why(error))"
    }

    /// Why something is refused, without its path.
    static func why(_ error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)" }
        // It has no code of Foundation's own.
        if (error.underlying as? POSIXError)?.code == POSIXError.ENOTDIR {
            return "it is a file, or goes through one, where a folder has to be"
        }
        switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "there is no such file or folder"
        case .fileWriteFileExists: return "a file stands there already"
        case .fileWriteNoPermission, .fileReadNoPermission: return "access is denied"
        case .fileWriteOutOfSpace: return "the disk is full"
        case .fileWriteVolumeReadOnly: return "the disk can only be read"
        case .fileWriteInvalidFileName, .fileReadInvalidFileName: return "the name is too long, or can not be a file's"
        case .fileReadCorruptFile, .fileReadTooLarge: return "it can not be read"
        default: return "the system refuses it (\(error.code.rawValue))"
        }
    }
}
