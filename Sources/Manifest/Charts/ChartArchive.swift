/// A chart's files as a tar file in a gzip file: the same bytes for the same files, on every machine and at all times.
struct ChartArchive {
    /// Why a file can not be packed.
    struct Problem: Error, Sendable, CustomStringConvertible { let description: String }

    /// The archive of `files`, in a folder `name`.
    static func gzip(_ files: [(path: String, bytes: [UInt8])], in name: String) throws(Problem) -> [UInt8] {
        var tar: [UInt8] = []
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            tar += try header("\(name)/\(file.path)", size: file.bytes.count)
            tar += file.bytes
            tar += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
        }
        // Two empty blocks end a tar file.
        tar += [UInt8](repeating: 0, count: 1_024)
        return gzip(tar)
    }

    /// A ustar header (POSIX 1003.1-1988): mode 0644, owner 0, time 0.
    private static func header(_ path: String, size: Int) throws(Problem) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
        }
        let (prefix, name) = try split(path)
        put(name, at: 0)
        put("0000644\0", at: 100)
        put("0000000\0", at: 108)
        put("0000000\0", at: 116)
        put(octal(size, digits: 11), at: 124)
        put(octal(0, digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        put(prefix, at: 345)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
        return header
    }

    /// Names of more than a hundred bytes are split at a slash.
    private static func split(_ path: String) throws(Problem) -> (prefix: String, name: String) {
        if path.utf8.count <= 100 { return ("", path) }
        for index in path.indices where path[index] == "/" {
            let (prefix, name) = (path[..<index], path[path.index(after: index)...])
            if prefix.utf8.count <= 155, name.utf8.count <= 100 { return (String(prefix), String(name)) }
        }
        throw Problem(description: "\(path) is too long a path for an archive")
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// RFC 1952, with RFC 1951's stored blocks: charts are small, and no compressor's version shows in the bytes.
    private static func gzip(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var rest = data[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            result += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
            result += block
        } while !rest.isEmpty
        return result + little(checksum(data)) + little(UInt32(truncatingIfNeeded: data.count))
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }

    private static func checksum(_ data: [UInt8]) -> UInt32 {
        ~data.reduce(~UInt32(0)) { sum, byte in sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    }
}
