import AWSACM
import Model
import Simulation

/// AWS Certificate Manager as the embedded AWS serves it: certificates are written down, and issued at once.
enum LocalACM {
    static let service = LocalService(
        ACM.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        [
            .write("RequestCertificate", requestCertificate), .read("DescribeCertificate", describeCertificate),
            .read("ListCertificates", listCertificates), .write("DeleteCertificate", deleteCertificate),
        ])

    private static let table = "acm/certificate"
    /// A certificate is good for 395 days.
    private static let lifetime = Span.hours(395 * 24)

    private static func requestCertificate(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        if let token = request.text("idempotencyToken"), let known = sameRequest(world, request, token) {
            return ["certificateArn": .string(known)]
        }
        let arn = world.place.arn("acm", "certificate/\(world.mintUUID())")
        var row = certificate(arn, request, at: world.now)
        // Kept beside what AWS shows; taken off by `shown`.
        row["idempotencyToken"] = request["idempotencyToken"]
        world.registry[table][arn] = row
        return ["certificateArn": .string(arn)]
    }

    private static func describeCertificate(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["certificate": shown(try row(world, request), world)]
    }

    private static func listCertificates(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let statuses = request.texts("certificateStatuses")
        let rows = world.registry[table].values.filter { row in
            statuses.isEmpty || statuses.contains(row["status"]?.string ?? "")
        }
        let page = try request.page(rows, limit: "maxItems", size: 1000, invalidToken: "InvalidArgsException")
        var reply: Value = ["certificateSummaryList": .list(page.items.map { summary($0, world) })]
        reply["nextToken"] = page.next.map { .string($0) }
        return reply
    }

    private static func deleteCertificate(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arn = try row(world, request)["certificateArn"]?.string ?? ""
        guard users(of: arn, world).isEmpty else {
            throw Refusal("ResourceInUseException", "Certificate \(arn) in account \(world.place.account) is in use.")
        }
        world.registry[table][arn] = nil
        return .emptyObject
    }

    private static func row(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arn = request.text("certificateArn") ?? ""
        guard let row = world.registry[table][arn] else {
            throw Refusal(
                "ResourceNotFoundException",
                "Could not find certificate \(arn) in account \(world.place.account).")
        }
        return row
    }

    private static func sameRequest(_ world: World, _ request: LocalRequest, _ token: String) -> String? {
        let rows = world.registry[table].values
        let known = rows.first { $0["idempotencyToken"]?.string == token && $0["domainName"] == request["domainName"] }
        return known?["certificateArn"]?.string
    }

    private static func certificate(_ arn: String, _ request: LocalRequest, at now: Simulation.Instant) -> Value {
        let domain = request.text("domainName") ?? ""
        let others = request.texts("subjectAlternativeNames").filter { $0 != domain }
        let method = request["validationMethod"] ?? "EMAIL"
        let names = [domain] + others
        let validations: [Value] = names.map { name in
            ["domainName": .string(name), "validationStatus": "SUCCESS", "validationMethod": method]
        }
        let time = now.shown
        return [
            "certificateArn": .string(arn), "domainName": .string(domain), "status": "ISSUED",
            "subjectAlternativeNames": .list(names.map { .string($0) }), "type": "AMAZON_ISSUED",
            "domainValidationOptions": .list(validations), "createdAt": time, "issuedAt": time, "notBefore": time,
            "notAfter": (now + lifetime).shown, "renewalEligibility": "INELIGIBLE",
            "keyAlgorithm": request["keyAlgorithm"] ?? "RSA_2048", "signatureAlgorithm": "SHA256WITHRSA",
            "issuer": "Amazon", "subject": .string("CN=\(domain)"),
            "options": request["options"] ?? ["certificateTransparencyLoggingPreference": "ENABLED"],
        ]
    }

    private static func shown(_ row: Value, _ world: World) -> Value {
        var shown = row
        shown["idempotencyToken"] = nil
        shown["inUseBy"] = .list(users(of: row["certificateArn"]?.string ?? "", world).map { .string($0) })
        return shown
    }

    private static func summary(_ row: Value, _ world: World) -> Value {
        var summary = row.picking([
            "certificateArn", "domainName", "status", "type", "keyAlgorithm", "createdAt", "issuedAt", "notBefore",
            "notAfter", "renewalEligibility",
        ])
        summary["subjectAlternativeNameSummaries"] = row["subjectAlternativeNames"]
        summary["hasAdditionalSubjectAlternativeNames"] = false
        summary["inUse"] = .bool(!users(of: row["certificateArn"]?.string ?? "", world).isEmpty)
        return summary
    }

    /// The load balancers whose listeners have this certificate.
    private static func users(of arn: String, _ world: World) -> [String] {
        let listeners = world.balancing.listeners.handles.compactMap { world.balancing.listeners[$0] }
        let users = listeners.filter { listener in
            let preset = listener.shown["certificates"]?.list ?? []
            return listener.certificates.contains(arn) || preset.contains { $0["certificateArn"]?.string == arn }
        }
        let balancers = users.compactMap { world.balancing.loadBalancers[$0.loadBalancer]?.arn }
        return Set(balancers).sorted()
    }
}
