/// A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes.
struct HuffmanCode: Sendable {
    private var counts = [Int](repeating: 0, count: 16)
    private var symbols: [Int] = []

    /// The code in which symbol n has the nth length, 0 to 15; 0 for symbols that do not occur.
    init(lengths: [Int]) {
        for length in lengths where length > 0 { counts[length] += 1 }
        for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }

    /// The next symbol of `bits`.
    func symbol(_ bits: inout BitReader) throws(CompressionError) -> Int {
        var code = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            code |= try bits.next(1)
            let count = counts[length]
            if code - first < count { return symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw CompressionError("a code of no symbol")
    }
}

/// Reads bits, the lowest of each byte first.
struct BitReader {
    private(set) var rest: ArraySlice<UInt8>
    private var current: UInt8 = 0
    private var left = 0

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// A number of `count` bits.
    mutating func next(_ count: Int) throws(CompressionError) -> Int {
        var number = 0
        for place in 0..<count {
            if left == 0 {
                guard let byte = rest.popFirst() else { throw CompressionError("unexpected end") }
                current = byte
                left = 8
            }
            number |= Int(current & 1) << place
            current >>= 1
            left -= 1
        }
        return number
    }

    /// The bytes of a block that is not packed.
    mutating func stored() throws(CompressionError) -> ArraySlice<UInt8> {
        left = 0
        let length = try next(16)
        guard try next(16) == ~length & 0xFFFF, length <= rest.count else { throw CompressionError("a wrong length") }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }
}
