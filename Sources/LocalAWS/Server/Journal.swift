import AWSWire
import Foundation
import Model
import Simulation

/// All that changed a world, in order, as lines of JSON: a restart does it again and stands where it stood.
///
/// A line is `{"at": ms, ...}` with a request (`method`, `path`, `headers`, `body`, `region`), a control (`control`), or
/// nothing (how far time has come). The first line says what the worlds were made from.
struct Journal {
    private let handle: FileHandle

    /// What the worlds were made from.
    struct Origin: Sendable, Equatable {
        var seed: UInt64
        var start: Instant
    }

    /// A journal and what stands in it.
    struct Opened {
        let journal: Journal
        let origin: Origin
        let lines: [Line]
    }

    /// One line after the first.
    enum Line: Sendable {
        case request(WireRequest, region: String, at: Instant)
        case control(Value, at: Instant)
        case time(Instant)

        /// True for one that only says how far time has come.
        var isTime: Bool { if case .time = self { true } else { false } }

        var at: Instant {
            switch self {
            case .request(_, _, let at), .control(_, let at), .time(let at): at
            }
        }
    }

    static let version = "neap/local/v1"
    private static let name = "journal.jsonl"

    /// Opens the journal of a directory, making both where they are missing; gives what stands in it.
    ///
    /// A last line that was cut off by a kill is dropped. Throws `LocalError` for another version or a damaged line.
    static func open(_ directory: String, origin: Origin) throws -> Opened {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch { throw LocalError("--state \(directory): the directory can not be made there; name another one") }
        let path = directory + "/" + name
        if !files.fileExists(atPath: path) {
            guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw LocalError("\(path) can not be written")
            }
        }
        guard let handle = FileHandle(forUpdatingAtPath: path) else { throw LocalError("\(path) can not be opened") }
        guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw LocalError("--state \(directory) is in use by another neap local")
        }
        let texts = try whole(handle, path)
        guard let first = texts.first else {
            let journal = Journal(handle: handle)
            try journal.append(header(origin))
            return Opened(journal: journal, origin: origin, lines: [])
        }
        let known = try JournalText.origin(first, path)
        let lines = try texts.dropFirst().enumerated().map { try JournalText.line($1, path, number: $0 + 2) }
        return Opened(journal: Journal(handle: handle), origin: known, lines: lines)
    }

    /// The whole lines; what a kill cut off is taken away from the file as well.
    private static func whole(_ handle: FileHandle, _ path: String) throws -> [[UInt8]] {
        let bytes = [UInt8](try handle.readToEnd() ?? Data())
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if end < bytes.count { try handle.truncate(atOffset: UInt64(end)) }
        try handle.seekToEnd()
        return bytes[..<end].split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    private static func header(_ origin: Origin) -> Value {
        [
            "schema": .string(version), "seed": .string(String(origin.seed)),
            "start": .integer(Int(origin.start.milliseconds)),
        ]
    }

    /// Lets go of the directory. A child that was just forked may still hold the descriptor, so closing it is not enough.
    func letGo() { flock(handle.fileDescriptor, LOCK_UN) }

    func append(_ line: Line) throws { try append(JournalText.value(line)) }

    private func append(_ value: Value) throws {
        try handle.write(contentsOf: JSON.write(value) + [UInt8(ascii: "\n")])
    }
}

/// Something that keeps the embedded AWS from working, in one line.
public struct LocalError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what helps.
    public let description: String

    init(_ description: String) { self.description = description }
}
