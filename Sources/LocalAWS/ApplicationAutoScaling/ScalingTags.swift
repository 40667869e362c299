import Model
import Simulation

extension LocalApplicationAutoScaling {
    static func tagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let target = try target(of: request, world)
        var tags = WrittenTags(target.tags)
        tags.set(WrittenTags(request["tags"]))
        guard tags.count <= 50 else {
            throw Refusal("TooManyTagsException", "The number of tags exceeds the limit of 50.")
        }
        world.setScalableTargetTags(target.arn, tags.list)
        return .emptyObject
    }

    static func untagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let target = try target(of: request, world)
        var tags = WrittenTags(target.tags)
        tags.remove(request.texts("tagKeys"))
        world.setScalableTargetTags(target.arn, tags.list)
        return .emptyObject
    }

    static func listTagsForResource(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["tags": WrittenTags(try target(of: request, world).tags).map]
    }

    private static func target(of request: LocalRequest, _ world: World) throws(Refusal) -> ScalableTarget {
        let arn = request.text("resourceARN") ?? ""
        guard let target = world.scaling.targets.first(where: { $0.arn == arn }) else {
            throw Refusal("ResourceNotFoundException", "The scalable target \(arn) does not exist.")
        }
        return target
    }
}
