import AWSWire
import Model
import Simulation

/// A timeline as a picture, as text, or as JSON.
enum TimelineReply {
    static func reply(
        _ timeline: Timeline, _ target: ControlTarget
    ) throws(ControlSurface.Failure) -> WireReply {
        switch target["format"] ?? "svg" {
        case "text": return text(timeline.text, "text/plain; charset=utf-8")
        case "json": return .control(timeline.value)
        case "svg": return text(picture(timeline, target), "image/svg+xml")
        case let other: throw .invalid([Diagnostic("\(other) is no format", hint: "svg, text or json")])
        }
    }

    private static func picture(_ timeline: Timeline, _ target: ControlTarget) -> String {
        var options = TimelinePicture.Options()
        options.services = target["service"].map { [$0] }
        return TimelinePicture(timeline, title: target.region, options: options).svg
    }

    private static func text(_ text: String, _ type: String) -> WireReply {
        WireReply(status: 200, headers: ["Content-Type": type], body: Array(text.utf8))
    }
}
