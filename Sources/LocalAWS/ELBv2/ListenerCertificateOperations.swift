import Model
import Simulation

// Certificates that a listener has beyond its default one (SNI).
extension LocalELBv2 {
    /// AWS's quota "Certificates per Application Load Balancer", the default ones not counted.
    private static let certificateLimit = 25

    static func describeListenerCertificates(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let listener = try world.listener(request).value
        let preset = (listener.shown["certificates"]?.list ?? []).compactMap { $0["certificateArn"]?.string }
        let all = preset.map { shown($0, isDefault: true) } + listener.certificates.map { shown($0, isDefault: false) }
        let page = try page(request, all)
        var reply: Value = ["certificates": .list(page.items)]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func addListenerCertificates(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, listener) = try world.listener(request)
        let arns = arns(request)
        for arn in arns { try ListenerRules.checkCertificate(arn) }
        guard listener.certificates.count + arns.count <= certificateLimit else {
            throw Refusal(
                "TooManyCertificates",
                "The maximum number of certificates per load balancer is '\(certificateLimit)'")
        }
        let fresh = arns.filter { !listener.certificates.contains($0) }
        world.setCertificates(id, listener.certificates + fresh)
        return ["certificates": .list(arns.map { shown($0, isDefault: false) })]
    }

    static func removeListenerCertificates(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, listener) = try world.listener(request)
        let arns = arns(request)
        let preset = listener.shown["certificates"]?.list?.first?["certificateArn"]?.string
        if let preset, arns.contains(preset), !listener.certificates.contains(preset) {
            throw Refusal(
                "OperationNotPermitted", "Default certificate cannot be removed with this API. Use ModifyListener")
        }
        world.setCertificates(id, listener.certificates.filter { !arns.contains($0) })
        return .emptyObject
    }

    private static func arns(_ request: LocalRequest) -> [String] {
        request.list("certificates").compactMap { $0["certificateArn"]?.string }
    }

    private static func shown(_ arn: String, isDefault: Bool) -> Value {
        ["certificateArn": .string(arn), "isDefault": .bool(isDefault)]
    }
}
