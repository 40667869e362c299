import AWSWire
import Model
import Simulation

/// EventBridge as far as it is needed: everything that AWS tells it of goes into one queue of the region, as a rule that takes
/// all of it would have it.
enum EventsQueue {
    private static let table = "events/target"
    private static let counter = "events/counter"

    /// Makes the queue, and the world tell what happens.
    static func begin(_ queue: String, in world: inout World) {
        LocalSQS.make(queue, in: &world)
        world.registry[table]["queue"] = .string(queue)
        world.announces = true
    }

    /// Puts what was announced into the queue.
    static func publish(_ world: inout World) {
        for announcement in world.takeAnnouncements() {
            guard let event = EventText.event(announcement, in: world) else { continue }
            send(event, at: announcement.at, in: &world)
        }
    }

    /// Tells of a call that changed something: at once, where CloudTrail takes some seconds or minutes.
    static func tell(_ record: Value, of call: AWSCall, from model: ServiceModel, in world: inout World) {
        guard world.announces else { return }
        let detail = record.overlaid(with: [
            "eventTime": .string(world.now.text), "awsRegion": .string(world.place.region), "readOnly": false,
            "sourceIPAddress": "127.0.0.1", "eventType": "AwsApiCall", "managementEvent": true,
            "recipientAccountId": .string(world.place.account), "eventCategory": "Management",
        ])
        let event = Event(
            source: "aws.\(model.endpointPrefix)", type: "AWS API Call via CloudTrail", resources: [], detail: detail)
        send(event, at: world.now, in: &world)
    }

    /// What differs from event to event.
    struct Event {
        let source: String
        let type: String
        let resources: [String]
        let detail: Value
    }

    private static func send(_ event: Event, at instant: Instant, in world: inout World) {
        guard let queue = world.registry[table]["queue"]?.string else { return }
        let number = (world.registry[counter]["events"]?.integer ?? 0) + 1
        world.registry[counter]["events"] = .integer(number)
        let body: Value = [
            "version": "0", "id": .string(world.dice.uuid(UInt64(number) | 1 << 40, .request)),
            "detail-type": .string(event.type), "source": .string(event.source),
            "account": .string(world.place.account), "time": .string(instant.text),
            "region": .string(world.place.region), "resources": .texts(event.resources), "detail": event.detail,
        ]
        let text = String(decoding: JSON.write(body), as: UTF8.self)
        // A queue that somebody deleted gets nothing, as a rule's target that is gone.
        do throws(Refusal) { try Messages.put(["messageBody": .string(text)], into: queue, &world) } catch { return }
    }
}
