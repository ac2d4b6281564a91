-- A new comment to Isso, the nearest relative.
wrk.method = "POST"
wrk.path = "/new?uri=%2Fberita%2F"
wrk.body = '{"text": "Sangat puas", "author": null, "email": null, "website": null, "parent": null, "title": "Berita"}'
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Origin"] = "http://localhost:8000"

done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.3f, "p50": %.2f, "p99": %.2f, "status": %d, "socket": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
