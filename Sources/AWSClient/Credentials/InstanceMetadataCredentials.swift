internal import AWSWire

/// The role of the EC2 instance, by version 2 of its metadata service.
struct InstanceMetadataCredentials: CredentialProvider {
    let name = "instance metadata"
    let settings: AWSSettings
    let transport: any HTTPTransport
    let clock: any AWSClock

    static let timeout = Duration.seconds(1)
    private static let path = "/latest/meta-data/iam/security-credentials/"

    func credentials() async throws -> ExpiringCredentials? {
        guard settings["AWS_EC2_METADATA_DISABLED"]?.lowercased() != "true", let base = try base() else { return nil }
        guard let token = try await token(base) else { return nil }
        guard let roles = try await get(Self.path, base, token), let line = roles.split(separator: 10).first else {
            return nil
        }
        let role = String(decoding: line, as: UTF8.self).trimmed
        guard let body = try await get(Self.path + role, base, token) else {
            throw failure("the role's credentials are not there")
        }
        do {
            return prolonged(try CredentialDocument(body).credentials(from: name))
        } catch {
            throw failure("the service answered \(error.description)")
        }
    }

    private func base() throws -> Endpoint? {
        let isIPv6 = settings["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased() == "ipv6"
        let usual = isIPv6 ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/"
        guard let endpoint = Endpoint(url: settings["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? usual) else {
            throw failure("AWS_EC2_METADATA_SERVICE_ENDPOINT is no http or https URL")
        }
        return endpoint
    }

    /// A session token; nil when there is no such service, as on every machine that is not EC2's.
    private func token(_ base: Endpoint) async throws -> String? {
        let request = WireRequest(
            method: "PUT", path: base.path(below: "/latest/api/token"),
            headers: ["x-aws-ec2-metadata-token-ttl-seconds": "21600"])
        do {
            let response = try await transport.send(request, to: base, timeout: Self.timeout)
            guard response.status == 200 else { return nil }
            let token = String(decoding: response.body, as: UTF8.self)
            return token.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? token : nil
        } catch is TransportError {
            return nil
        }
    }

    /// A document; nil when it does not exist.
    private func get(_ path: String, _ base: Endpoint, _ token: String) async throws -> [UInt8]? {
        let request = WireRequest(
            method: "GET", path: base.path(below: path), headers: ["x-aws-ec2-metadata-token": token])
        do {
            let response = try await transport.send(request, to: base, timeout: Self.timeout)
            guard response.status != 404 else { return nil }
            guard response.status == 200 else {
                throw failure("the service refused with status \(response.status)", disposition: .transient)
            }
            return response.body
        } catch is TransportError {
            throw failure("the service did not answer", disposition: .transient)
        }
    }

    /// In trouble the service gives keys that have ended already, which AWS then still takes.
    private func prolonged(_ found: ExpiringCredentials) -> ExpiringCredentials {
        guard let expiration = found.expiration, expiration <= clock.now else { return found }
        let later = clock.now + CredentialCache.advisory
        return ExpiringCredentials(found.credentials, expiration: later, source: found.source)
    }
}
