using System.Diagnostics;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>A proxy in front of some nodes, in turn, with a folder and a port of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vendorgov-nginx-").FullName;
    private readonly Process _process;

    private Nginx(IEnumerable<Uri> nodes)
    {
        var port = LoopbackPort.Next();
        Address = new Uri($"http://127.0.0.1:{port}");
        var servers = string.Concat(nodes.Select(n => $"server {n.Authority} max_fails=1 fail_timeout=5s; "));
        var paths = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(p => $"{p}_temp_path {_folder}/{p}; "));
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), $$"""
            daemon off; pid {{_folder}}/pid; error_log {{_folder}}/error.log; worker_processes 1;
            events { worker_connections 256; }
            http {
              access_log off; {{paths}}
              upstream nodes { {{servers}} }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://nodes; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
                  proxy_set_header X-Request-Id $request_id; add_header X-Served-By $upstream_addr always;
                }
              }
            }
            """);
        _process = Process.Start("/usr/sbin/nginx", ["-c", Path.Combine(_folder, "nginx.conf"), "-p", _folder, "-e", Path.Combine(_folder, "error.log")]);
    }

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(params Uri[] nodes)
    {
        var nginx = new Nginx(nodes);
        using var http = new HttpClient { BaseAddress = nginx.Address };
        for (var tries = 0; tries < 50; tries++)
        {
            try
            {
                using var answer = await http.GetAsync("/health/live");
                return nginx;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        await nginx.DisposeAsync();
        throw new InvalidOperationException("nginx does not answer.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
