import AWSWire
import Foundation
import Model

/// A line of JSON for each call, in the order in which they came: what tests count with.
struct CallLog: ~Copyable {
    private let handle: FileHandle?

    /// A log in the file `path`, which is made or emptied, and which others may empty again; nil keeps none.
    init(_ path: String?) throws {
        guard let path else {
            handle = nil
            return
        }
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw LocalError("\(path) can not be written") }
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    /// One call.
    struct Line {
        let service: String
        let operation: String
        /// `read`, `write`, `data` for messages, or `unknown` for what the embedded AWS does not have.
        let access: String
        let status: Int

        init(_ service: String, _ operation: String, _ access: String, _ status: Int) {
            self.service = service
            self.operation = operation
            self.access = access
            self.status = status
        }
    }

    func write(_ line: Line) throws {
        guard let handle else { return }
        let value: Value = [
            "service": .string(line.service), "operation": .string(line.operation), "access": .string(line.access),
            "status": .integer(line.status),
        ]
        try handle.write(contentsOf: JSON.write(value) + [UInt8(ascii: "\n")])
    }
}
