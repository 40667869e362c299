/// The services of a picture.
struct ServiceChoice {
    /// By name.
    let tracks: [ServiceTrack]
    /// How many more were asked for.
    let left: Int

    init(_ timeline: Timeline, _ options: TimelinePicture.Options, _ time: TimeScale) {
        let wanted = options.services.map(Set.init)
        var names: [String] = []
        var samples: [String: [Timeline.ServiceSample]] = [:]
        for sample in timeline.services where sample.at <= time.to && wanted?.contains(sample.service) != false {
            if samples[sample.service] == nil { names.append(sample.service) }
            samples[sample.service, default: []].append(sample)
        }
        var bounds: [String: [Timeline.BoundsSample]] = [:]
        for sample in timeline.bounds { bounds[sample.service, default: []].append(sample) }
        let changes = samples.mapValues(\.count)
        names.sort { (-(changes[$0] ?? 0), $0) < (-(changes[$1] ?? 0), $1) }
        let chosen = names.prefix(max(0, options.mostServices)).sorted()
        tracks = chosen.map { ServiceTrack($0, samples[$0] ?? [], bounds[$0] ?? [], on: time) }
        left = names.count - chosen.count
    }
}
