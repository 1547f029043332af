using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Xunit;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>The files of the deployment, as far as their own programs judge them without a container.</summary>
public sealed partial class DeployTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Product.Root, "src", "VendorGov.Web", "deploy");

    private readonly string _scratch = Directory.CreateTempSubdirectory("vendorgov-deploy-").FullName;

    [Fact]
    public void Nginx_takes_its_example()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=portal.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(Path.Combine(_scratch, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_scratch, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        var site = File.ReadAllText(Path.Combine(Folder, "nginx.conf")).Replace("/etc/ssl/vendorgov", _scratch, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_scratch, "nginx.conf"), $"pid {_scratch}/pid; events {{}} http {{ access_log off;\n{site}\n}}");
        var (code, told) = Run("/usr/sbin/nginx", "-t", "-c", Path.Combine(_scratch, "nginx.conf"), "-p", _scratch, "-e", Path.Combine(_scratch, "error.log"));
        Assert.True(code == 0, told);
    }

    [Fact]
    public void Scripts_are_scripts_and_a_password_reaches_the_server_as_it_is()
    {
        foreach (var script in new[] { Path.Combine(Folder, "postgresql-init.sh"), Path.Combine(Product.Root, "db", "scripts"), Path.Combine(Product.Root, "tests", "run") })
        {
            Assert.Equal((0, ""), Run("bash", "-n", script));
        }

        // What compose hands to the shell: its own variables doubled. The server's tool puts the password in, not the shell.
        var compose = File.ReadAllText(Path.Combine(Folder, "compose.sqlserver.yml"));
        var command = string.Join(' ', compose[(compose.IndexOf(">-", StringComparison.Ordinal) + 2)..compose.IndexOf("depends_on: { database", StringComparison.Ordinal)]
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Replace("$$", "$", StringComparison.Ordinal).Replace("/opt/mssql-tools18/bin/sqlcmd", "printf '%s\\n'", StringComparison.Ordinal);
        var (code, told) = Run("bash", "-c", $"MSSQL_SA_PASSWORD='a b' VENDORGOV_APP_PASSWORD='c\"d $e'\n{command}");
        Assert.Equal(0, code);
        Assert.Contains("WITH PASSWORD = '$(password)';", told, StringComparison.Ordinal);
        Assert.Contains("password=c\"d $e\n", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_examples_set_stands_in_the_reference_and_what_the_workflow_uses_has_a_version()
    {
        var reference = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var set = new[] { "compose.postgresql.yml", "compose.sqlserver.yml", "vendorgov.service", "Dockerfile" }
            .SelectMany(f => Setting().Matches(File.ReadAllText(Path.Combine(Folder, f)))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(set.Count >= 6);
        Assert.All(set, name => Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal).Split(":0")[0], reference, StringComparison.Ordinal));
        var workflow = File.ReadAllText(Path.Combine(Product.Root, ".github", "workflows", "ci.yml"));
        Assert.All(Used().Matches(workflow), use => Assert.Matches(@"@v\d+|@[0-9a-f]{40}", use.Value));
        Assert.All(Called().Matches(workflow), call => Assert.True(File.Exists(Path.Combine(Product.Root, call.Value)), call.Value));
    }

    [Fact]
    public void Systemd_takes_its_unit()
    {
        // In containers of tests there is none; where it is, it reads the whole unit.
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            return;
        }

        // The program of the unit stands elsewhere here.
        var unit = Path.Combine(_scratch, "vendorgov.service");
        File.WriteAllText(unit, File.ReadAllText(Path.Combine(Folder, "vendorgov.service")).Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal));
        var (code, told) = Run("/usr/bin/systemd-analyze", "verify", unit);
        Assert.True(code == 0 && !told.Contains("Unknown", StringComparison.Ordinal), told);
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private static (int Code, string Told) Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }

    [GeneratedRegex(@"\b([A-Z]\w+__\w+)\s*[:=]")]
    private static partial Regex Setting();

    [GeneratedRegex(@"uses: \S+")]
    private static partial Regex Used();

    [GeneratedRegex(@"(?<=run: )tests/\w+")]
    private static partial Regex Called();
}
