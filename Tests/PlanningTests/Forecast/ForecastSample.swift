import Model
import Planning

extension Forecast {
    /// The forecast of look.md section 6, and one of everything else that is worded in a way of its own.
    static var sample: Forecast {
        var forecast = Forecast(seeds: 32)
        forecast.services = [admin, api, worker]
        forecast.groups = [spot, batch]
        forecast.notes = ["target group old could not be read: its targets count as healthy"]
        return forecast
    }

    private static var api: ServiceForecast {
        var api = ServiceForecast(
            ResourceID("Service", "api"), strategy: "rolling 50/150", desired: 4, floor: 2, ceiling: 6, waves: 2,
            waveSize: 2, duration: Durations(p5: 58, p50: 75, p95: 125), unended: 0, lowestHealthy: 2, lowestAt: 1,
            peakTasks: 6)
        api.instances = 3
        api.track = [
            RolloutSample(at: 0, new: 0, old: 4), RolloutSample(at: 1, new: 0, old: 2),
            RolloutSample(at: 35, new: 2, old: 2), RolloutSample(at: 36, new: 2, old: 0),
            RolloutSample(at: 70, new: 4, old: 0),
        ]
        return api
    }

    private static var admin: ServiceForecast {
        var admin = ServiceForecast(
            ResourceID("Service", "admin"), strategy: "rolling 100/200", desired: 12, floor: 12, ceiling: 24, waves: 1,
            waveSize: 12, duration: Durations(p5: 200, p50: 245, p95: 3_700), unended: 3, lowestHealthy: 12,
            lowestAt: 0, peakTasks: 24)
        admin.instances = 3
        admin.added = [AddedInstances(group: "spot", isSpot: true, count: 2)]
        admin.track = [
            RolloutSample(at: 0, new: 0, old: 12), RolloutSample(at: 180, new: 12, old: 12),
            RolloutSample(at: 182, new: 12, old: 0),
        ]
        return admin
    }

    private static var worker: ServiceForecast {
        var worker = ServiceForecast(
            ResourceID("Service", "worker"), strategy: "rolling 50/150", desired: 1, floor: 1, ceiling: 1, waves: 0,
            waveSize: 0, duration: nil, unended: 32, lowestHealthy: 1, lowestAt: 0, peakTasks: 1)
        worker.track = [RolloutSample(at: 0, new: 0, old: 1)]
        return worker
    }

    private static var spot: GroupForecast {
        var spot = GroupForecast(
            ResourceID("AutoScalingGroup", "spot"), replaced: 1, duration: Durations(p5: 150, p50: 190, p95: 340),
            unended: 0, peakInstances: 4)
        spot.desired = 3
        spot.spotToOnDemand = 1
        spot.lowest = [.init(service: "api", healthy: 3, desired: 4), .init(service: "admin", healthy: 2, desired: 2)]
        return spot
    }

    private static var batch: GroupForecast {
        var batch = GroupForecast(
            ResourceID("AutoScalingGroup", "batch"), replaced: 5, duration: nil, unended: 32, peakInstances: 5)
        batch.desired = 5
        return batch
    }
}
