extension AWSSettings {
    /// Where a service answers in a region. A custom endpoint goes before AWS's own: the service's variable,
    /// `AWS_ENDPOINT_URL`, the profile's `services` section, the profile's `endpoint_url`, in this order.
    ///
    /// - Parameters:
    ///   - serviceID: AWS's service id, `Auto Scaling`.
    ///   - prefix: the first label of AWS's own endpoints, `autoscaling`.
    ///   - region: `eu-west-1`.
    /// - Throws: `SettingsError` for a malformed URL or region, and when FIPS or dual-stack endpoints are demanded.
    public func endpoint(serviceID: String, prefix: String, region: String) throws(SettingsError) -> Endpoint {
        guard isRegion(region) else { throw SettingsError("\"\(region)\" is no AWS region") }
        guard let (url, source) = customEndpoint(serviceID) else {
            try refuseVariants()
            return Endpoint(prefix: prefix, region: region)
        }
        guard let endpoint = Endpoint(url: url) else {
            throw SettingsError("\(source) is no http or https URL of a host")
        }
        return endpoint
    }

    private func customEndpoint(_ serviceID: String) -> (url: String, source: String)? {
        guard !isTrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") else { return nil }
        let word = serviceID.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
        for variable in ["AWS_ENDPOINT_URL_" + word.uppercased(), "AWS_ENDPOINT_URL"] {
            if let url = self[variable] { return (url, variable) }
        }
        if let section = profile?["services"],
            let url = profiles.endpointURL(inServices: section, service: word.lowercased())
        {
            return (url, "endpoint_url of \(word.lowercased()) in [services \(section)]")
        }
        return profile?["endpoint_url"].map { ($0, "endpoint_url of profile \"\(profileName)\"") }
    }

    /// Falling back to the plain endpoint in silence could break a rule that the user must keep.
    private func refuseVariants() throws(SettingsError) {
        if isTrue("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") {
            throw SettingsError("FIPS endpoints are not supported; name them with AWS_ENDPOINT_URL_<SERVICE>")
        }
        if isTrue("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint") {
            throw SettingsError("dual-stack endpoints are not supported; name them with AWS_ENDPOINT_URL_<SERVICE>")
        }
    }

    /// True when the variable, or without it the profile's key, says `true`.
    func isTrue(_ variable: String, _ key: String) -> Bool {
        (self[variable] ?? profile?[key])?.lowercased() == "true"
    }

    private func isRegion(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
