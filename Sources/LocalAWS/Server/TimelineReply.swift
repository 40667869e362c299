import AWSWire
import Model
import Simulation

/// A timeline as a picture, as text, or as JSON.
enum TimelineReply {
    static func reply(_ timeline: Timeline, _ target: ControlTarget) -> WireReply {
        switch target["format"] ?? "svg" {
        case "text": text(timeline.text, "text/plain; charset=utf-8")
        case "json": .control(timeline.value)
        default: text(picture(timeline, target), "image/svg+xml")
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
