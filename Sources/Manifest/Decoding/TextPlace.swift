import Model

/// Lines and columns of byte offsets.
enum TextPlace {
    /// The place of the byte at `offset`; the column counts characters.
    static func of(offset: Int, in bytes: UnsafeBufferPointer<UInt8>, file: String) -> Place {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = before[start...].count { $0 & 0xC0 != 0x80 }
        return Place(file: file, line: line + 1, column: column + 1)
    }

    /// Where the line with this number, counted from 0, begins.
    static func offset(line: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var left = line
        for (index, byte) in bytes.enumerated() where left > 0 && byte == 0x0A {
            left -= 1
            if left == 0 { return index + 1 }
        }
        return line == 0 ? 0 : bytes.count
    }
}
