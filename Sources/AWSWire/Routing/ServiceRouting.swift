/// Finds which of several services a request is for, and in which of its protocols it is written.
public struct ServiceRouting: Sendable {
    private let models: [ServiceModel]

    /// Routing among `models`; of two that would do, the first one counts.
    public init(_ models: [ServiceModel]) { self.models = models }

    /// The service and the protocol; nil when none of the services is meant.
    ///
    /// JSON names the service in `X-Amz-Target` and CBOR in the path. A form is for the service that it was signed for, or
    /// where several share that name or nothing is signed, for the one with its `Version` and `Action`.
    public func dialect(of request: WireRequest) -> WireDialect? {
        switch WireForm(request) {
        case .json: dialect(of: request) { $0.hasTarget(of: request) }
        case .cbor: dialect(of: request) { $0.hasPath(of: request) }
        case .form: formModel(request)?.dialect(of: request)
        }
    }

    private func dialect(
        of request: WireRequest, _ isMeant: (ServiceModel.WireProtocol) -> Bool
    ) -> WireDialect? {
        models.first { $0.wireProtocols.contains(where: isMeant) }?.dialect(of: request)
    }

    private func formModel(_ request: WireRequest) -> ServiceModel? {
        let readers = models.filter { $0.wireProtocols.contains { $0.form == .form } }
        guard let scope = SigV4Scope.read(request.headers) else {
            return Self.model(of: request, among: readers)
        }
        let named = readers.filter { $0.signingName == scope.service }
        return named.count > 1 ? Self.model(of: request, among: named) ?? named.first : named.first
    }

    /// By version and action; where no service has both, by the version alone.
    private static func model(of request: WireRequest, among models: [ServiceModel]) -> ServiceModel? {
        guard let asked = FormName(request) else { return nil }
        let sameVersion = models.filter { $0.apiVersion == asked.version }
        return sameVersion.first { $0.operation(asked.action) != nil } ?? sameVersion.first
    }
}

extension ServiceModel.WireProtocol {
    fileprivate func hasTarget(of request: WireRequest) -> Bool {
        guard case .json(_, let prefix) = self, let target = request.headers["X-Amz-Target"] else { return false }
        return target.hasPrefix(prefix + ".")
    }

    fileprivate func hasPath(of request: WireRequest) -> Bool {
        guard case .cbor(let name) = self else { return false }
        return CBORCodec.names(request.path)?.service == name
    }
}

/// What a form asks for.
struct FormName {
    let action: String
    /// Nil when the form names none.
    let version: String?

    /// Nil for what is no form, or one without an action.
    init?(_ request: WireRequest) {
        do {
            let incoming = try FormReader(try request.unpacked().body).incoming(.query)
            action = incoming.operation
            version = incoming.version
        } catch { return nil }
    }
}
