extension World {
    /// An id as EC2 gives them out: `prefix` and 17 hexadecimal digits, never given before.
    public mutating func mintID(_ prefix: String) -> String { prefix + hex(17, nextOrdinal()) }

    /// A UUID that was never given before.
    public mutating func mintUUID() -> String { uuid(nextOrdinal()) }
}
