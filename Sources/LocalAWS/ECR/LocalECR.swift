import AWSECR
import Model
import Simulation

/// Amazon ECR as the embedded AWS serves it: repositories and the images that were put into them; nothing is pulled.
enum LocalECR {
    static let service = LocalService(
        ECR.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        [
            .write("CreateRepository", createRepository), .read("DescribeRepositories", describeRepositories),
            .write("DeleteRepository", deleteRepository), .write("PutImage", putImage),
            .read("DescribeImages", describeImages),
        ])

    private static let repositories = "ecr/repository"
    /// The images of each repository, in the order in which they came.
    private static let images = "ecr/images"

    private static func createRepository(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("repositoryName") ?? ""
        guard world.registry[repositories][name] == nil else {
            throw Refusal(
                "RepositoryAlreadyExistsException",
                "The repository with name '\(name)' already exists in the registry with id '\(world.place.account)'")
        }
        let row: Value = [
            "repositoryArn": .string(world.place.arn("ecr", "repository/\(name)")), "repositoryName": .string(name),
            "registryId": .string(world.place.account), "createdAt": world.now.shown,
            "repositoryUri": .string("\(world.place.account).dkr.ecr.\(world.place.region).amazonaws.com/\(name)"),
            "imageTagMutability": request["imageTagMutability"] ?? "MUTABLE",
        ]
        world.registry[repositories][name] = row
        return ["repository": row]
    }

    private static func describeRepositories(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let wanted = request.texts("repositoryNames")
        for name in wanted where world.registry[repositories][name] == nil { throw missing(name, world) }
        let rows = world.registry[repositories].values.filter { row in
            wanted.isEmpty || wanted.contains(row["repositoryName"]?.string ?? "")
        }
        let page = try request.page(rows, size: 100, invalidToken: "InvalidParameterException")
        var reply: Value = ["repositories": .list(page.items)]
        reply["nextToken"] = page.next.map { .string($0) }
        return reply
    }

    private static func deleteRepository(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("repositoryName") ?? ""
        guard let row = world.registry[repositories][name] else { throw missing(name, world) }
        let isEmpty = world.registry[images][name]?.list?.isEmpty ?? true
        guard isEmpty || request["force"]?.bool == true else {
            throw Refusal(
                "RepositoryNotEmptyException",
                "The repository with name '\(name)' in registry with id '\(world.place.account)' cannot be deleted because it "
                    + "still contains images")
        }
        world.registry[repositories][name] = nil
        world.registry[images][name] = nil
        return ["repository": row]
    }

    private static func putImage(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("repositoryName") ?? ""
        guard world.registry[repositories][name] != nil else { throw missing(name, world) }
        let manifest = request.text("imageManifest") ?? ""
        var rows = world.registry[images][name]?.list ?? []
        let known = rows.first { $0["imageManifest"]?.string == manifest }?["imageDigest"]?.string
        let digest = request.text("imageDigest") ?? known ?? "sha256:\(hex(&world))\(hex(&world))"
        // A tag names one image; it moves to the newest.
        let tag = request["imageTag"]
        rows = rows.map { row in
            var row = row
            row["imageTags"] = .list((row["imageTags"]?.list ?? []).filter { $0 != tag })
            return row
        }
        var row =
            rows.first { $0["imageDigest"]?.string == digest }
            ?? ["imageDigest": .string(digest), "imageManifest": .string(manifest), "imagePushedAt": world.now.shown]
        row["imageTags"] = .list((row["imageTags"]?.list ?? []) + (tag.map { [$0] } ?? []))
        rows.removeAll { $0["imageDigest"]?.string == digest }
        world.registry[images][name] = .list(rows + [row])
        var id: Value = ["imageDigest": .string(digest)]
        id["imageTag"] = tag
        return [
            "image": [
                "registryId": .string(world.place.account), "repositoryName": .string(name), "imageId": id,
                "imageManifest": .string(manifest),
            ]
        ]
    }

    private static func describeImages(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("repositoryName") ?? ""
        let registry = request.text("registryId") ?? world.place.account
        guard registry == world.place.account, world.registry[repositories][name] != nil else {
            throw missing(name, world, registry)
        }
        let rows = world.registry[images][name]?.list ?? []
        let wanted = request.list("imageIds")
        for id in wanted where !rows.contains(where: { matches(id, $0) }) {
            let named =
                id["imageTag"]?.string.map { "imageTag:'\($0)'" } ?? "imageDigest:'\(id["imageDigest"]?.string ?? "")'"
            throw Refusal(
                "ImageNotFoundException",
                "The image with imageId {\(named)} does not exist within the repository with name '\(name)' in the registry "
                    + "with id '\(registry)'")
        }
        let found = rows.filter { row in wanted.isEmpty || wanted.contains { matches($0, row) } }
        let page = try request.page(
            found.map { shown($0, name, world) }, size: 100, invalidToken: "InvalidParameterException")
        var reply: Value = ["imageDetails": .list(page.items)]
        reply["nextToken"] = page.next.map { .string($0) }
        return reply
    }

    private static func matches(_ id: Value, _ row: Value) -> Bool {
        if let digest = id["imageDigest"], digest != row["imageDigest"] { return false }
        guard let tag = id["imageTag"] else { return id["imageDigest"] != nil }
        return row["imageTags"]?.list?.contains(tag) ?? false
    }

    private static func shown(_ row: Value, _ name: String, _ world: World) -> Value {
        var shown = row
        shown["imageManifest"] = nil
        shown["registryId"] = .string(world.place.account)
        shown["repositoryName"] = .string(name)
        if shown["imageTags"]?.list?.isEmpty ?? true { shown["imageTags"] = nil }
        return shown
    }

    private static func missing(_ name: String, _ world: World, _ registry: String? = nil) -> Refusal {
        Refusal(
            "RepositoryNotFoundException",
            "The repository with name '\(name)' does not exist in the registry with id '\(registry ?? world.place.account)'"
        )
    }

    /// Half a digest.
    private static func hex(_ world: inout World) -> String { world.mintUUID().filter { $0 != "-" }.lowercased() }
}
