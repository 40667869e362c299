import Model
import Simulation

extension LocalCloudWatch {
    static func tagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let alarm = try alarm(of: request, world)
        var tags = WrittenTags(alarm.tags)
        tags.set(WrittenTags(request["tags"]))
        guard tags.count <= 50 else {
            throw Refusal("InvalidParameterValue", "A resource can have at most 50 tags.")
        }
        world.setAlarmTags(alarm.name, tags.list)
        return .emptyObject
    }

    static func untagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let alarm = try alarm(of: request, world)
        var tags = WrittenTags(alarm.tags)
        tags.remove(request.texts("tagKeys"))
        world.setAlarmTags(alarm.name, tags.list)
        return .emptyObject
    }

    static func listTagsForResource(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["tags": WrittenTags(try alarm(of: request, world).tags).list]
    }

    private static func alarm(of request: LocalRequest, _ world: World) throws(Refusal) -> Alarm {
        let arn = request.text("resourceARN") ?? ""
        let prefix = world.place.arn("cloudwatch", "alarm:")
        guard arn.hasPrefix(prefix), let alarm = world.monitoring.alarms[String(arn.dropFirst(prefix.count))] else {
            throw Refusal("ResourceNotFoundException", "Unknown resource \(arn)", status: 404)
        }
        return alarm
    }
}
