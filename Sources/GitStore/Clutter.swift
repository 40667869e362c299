import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What fetches and commits leave behind in a clone, a pack and some loose objects each.
struct Clutter {
    /// Small packs, by their name without ending, sorted.
    private(set) var packs: [String] = []
    let objects: String

    /// Larger ones are merged no more: each merge costs as much as what it merges.
    private static let smallPack = 8 << 20

    /// The clutter of the clone at `clone`. Throws `storage` when it can not be listed.
    init(of clone: String) throws(GitError) {
        objects = clone + "/objects"
        packs = try Self.list(objects + "/pack").filter { $0.hasSuffix(".idx") }.map { String($0.dropLast(4)) }
            .filter { Self.isSmall("\(clone)/objects/pack/\($0).pack") }.sorted()
    }

    /// How many loose objects there are, told from one of 256 folders as Git itself does.
    var looseEstimate: Int {
        get throws(GitError) {
            let sample = objects + "/17"
            return FileManager.default.fileExists(atPath: sample) ? try Self.list(sample).count * 256 : 0
        }
    }

    /// Every loose object, with its file.
    func loose() throws(GitError) -> [(id: ObjectID, file: String)] {
        var found: [(id: ObjectID, file: String)] = []
        for folder in try Self.list(objects) where folder.utf8.count == 2 {
            for name in try Self.list("\(objects)/\(folder)") {
                guard let id = ObjectID(hex: folder + name) else { continue }
                found.append((id, "\(objects)/\(folder)/\(name)"))
            }
        }
        return found
    }

    /// Takes a pack away, its index first: without that nobody looks for it.
    func remove(pack: String) {
        for ending in ["idx", "rev", "pack"] { remove(file: "\(objects)/pack/\(pack).\(ending)") }
    }

    /// A file that can not be removed costs space alone.
    func remove(file: String) { _ = file.withCString { unlink($0) } }

    private static func isSmall(_ path: String) -> Bool {
        do {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            return size.map { $0 < smallPack } ?? false
        } catch {
            return false
        }
    }

    private static func list(_ folder: String) throws(GitError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .storage("\(folder) can not be listed: \(error)")
        }
    }
}
