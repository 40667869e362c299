/// The key of an entity in a `Slab`; a key of something that was removed finds nothing, even when its slot is used again.
public struct Handle<Entity>: Sendable, Hashable, Comparable {
    /// The place in the slab.
    public let slot: Int32
    /// How often the slot was used before.
    public let generation: Int32

    public static func < (a: Handle, b: Handle) -> Bool { (a.slot, a.generation) < (b.slot, b.generation) }
}

/// Entities under small keys; slots are reused, iteration is in the order of slots.
public struct Slab<Entity: Sendable>: Sendable {
    private var slots: ContiguousArray<Entity?> = []
    private var generations: ContiguousArray<Int32> = []
    private var writes: ContiguousArray<UInt32> = []
    private var free: [Int32] = []
    /// How many entities it holds.
    public private(set) var count = 0

    /// An empty slab.
    public init() {}

    /// Puts an entity in; its key stays good until it is removed.
    public mutating func insert(_ entity: Entity) -> Handle<Entity> {
        count += 1
        if let slot = free.popLast() {
            slots[Int(slot)] = entity
            return Handle(slot: slot, generation: generations[Int(slot)])
        }
        slots.append(entity)
        generations.append(0)
        writes.append(0)
        return Handle(slot: Int32(slots.count - 1), generation: 0)
    }

    /// Takes an entity out; nil when it is gone already.
    @discardableResult
    public mutating func remove(_ handle: Handle<Entity>) -> Entity? {
        guard let entity = self[handle] else { return nil }
        slots[Int(handle.slot)] = nil
        generations[Int(handle.slot)] &+= 1
        free.append(handle.slot)
        count -= 1
        return entity
    }

    /// The entity; nil when it is gone. Setting nil does nothing, setting something for a gone key does nothing.
    public subscript(handle: Handle<Entity>) -> Entity? {
        _read {
            let slot = Int(handle.slot)
            if slots.indices.contains(slot), generations[slot] == handle.generation {
                yield slots[slot]
            } else {
                yield nil
            }
        }
        _modify {
            let slot = Int(handle.slot)
            if slots.indices.contains(slot), generations[slot] == handle.generation, slots[slot] != nil {
                writes[slot] &+= 1
                yield &slots[slot]
            } else {
                var nothing: Entity?
                yield &nothing
            }
        }
    }

    /// How often the entity was written to, whole or in part: what was read of it holds as long as this stays the same.
    func writes(to handle: Handle<Entity>) -> UInt32 {
        let slot = Int(handle.slot)
        return writes.indices.contains(slot) ? writes[slot] : 0
    }

    /// Every key in the order of slots.
    public var handles: [Handle<Entity>] {
        slots.indices.compactMap { slot in
            slots[slot] == nil ? nil : Handle(slot: Int32(slot), generation: generations[slot])
        }
    }
}
