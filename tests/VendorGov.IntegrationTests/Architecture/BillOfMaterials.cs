using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>
/// What the published portal is made of, as CycloneDX 1.6: packages from its lock file with licences from their own manifests, and the scripts,
/// styles and fonts that stand in the repository.
/// </summary>
internal sealed class BillOfMaterials
{
    private const string Vendored = "src/VendorGov.Web/deploy/vendored.json";

    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _needs = new(StringComparer.Ordinal);

    private BillOfMaterials()
    {
    }

    /// <summary>Purls of everything in it.</summary>
    public IReadOnlyCollection<string> Parts => _components.Keys;

    /// <summary>Parts of which no licence is known.</summary>
    public IEnumerable<string> Unlicensed => _components.Where(c => c.Value["licenses"] is null).Select(c => c.Key);

    /// <summary>Files in the repository that others wrote, by the part that they belong to.</summary>
    public List<(string Part, string Path)> Files { get; } = [];

    public static BillOfMaterials Read()
    {
        var bill = new BillOfMaterials();
        bill.ReadPackages(Path.Combine(Product.Root, "src/VendorGov.Web/packages.lock.json"));
        bill.ReadVendored(Path.Combine(Product.Root, Vendored));
        return bill;
    }

    public string Render(string version)
    {
        var portal = new JsonObject
        {
            ["type"] = "application", ["bom-ref"] = "vendorgov", ["name"] = "VendorGov", ["version"] = version, ["licenses"] = Licence("AGPL-3.0-only"),
        };
        var needs = new JsonArray([.. _needs.Select(n => (JsonNode)new JsonObject { ["ref"] = n.Key, ["dependsOn"] = new JsonArray([.. n.Value.Select(v => (JsonNode)v)]) })]);
        var parts = new JsonArray([.. _components.Values.Select(c => (JsonNode)c.DeepClone())]);
        // The same parts give the same bill: its number is made of them.
        var number = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToJsonString() + version)).AsSpan(0, 16));
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json", ["bomFormat"] = "CycloneDX", ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{number:D}", ["version"] = 1, ["metadata"] = new JsonObject { ["component"] = portal },
            ["components"] = parts, ["dependencies"] = needs,
        };
        return bill.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private void ReadPackages(string lockFile)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(lockFile));
        var all = read.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var refs = all.ToDictionary(p => p.Name, p => p.Value.TryGetProperty("resolved", out var version) ? $"pkg:nuget/{p.Name}@{version.GetString()}" : null, StringComparer.OrdinalIgnoreCase);
        _needs["vendorgov"] = [];
        foreach (var package in all)
        {
            var kind = package.Value.GetProperty("type").GetString();
            var purl = refs[package.Name];
            if (purl is not null)
            {
                Add(purl, package.Name, package.Value.GetProperty("resolved").GetString()!, LicenceOf(package.Name, package.Value.GetProperty("resolved").GetString()!));
                _needs[purl] = [];
            }

            // What a project of the portal needs, the portal needs.
            var needer = purl ?? "vendorgov";
            if (kind == "Direct" && purl is not null)
            {
                _needs["vendorgov"].Add(purl);
            }

            if (package.Value.TryGetProperty("dependencies", out var needs))
            {
                foreach (var need in needs.EnumerateObject().Select(n => refs.GetValueOrDefault(n.Name)).OfType<string>())
                {
                    _needs[needer].Add(need);
                }
            }
        }
    }

    private void ReadVendored(string list)
    {
        foreach (var part in JsonNode.Parse(File.ReadAllText(list))!.AsArray().Select(p => p!.AsObject()))
        {
            var purl = (string)part["purl"]!;
            var component = Add(purl, (string)part["name"]!, (string)part["version"]!, (string)part["licence"]!);
            var files = part["files"]!.AsArray().Select(f => (string)f!).SelectMany(f => f.EndsWith('/')
                ? Directory.GetFiles(Path.Combine(Product.Root, f)).Select(full => Path.GetRelativePath(Product.Root, full)) : [f]).Order(StringComparer.Ordinal).ToList();
            component["components"] = new JsonArray([.. files.Select(f => (JsonNode)new JsonObject
            {
                ["type"] = "file", ["bom-ref"] = f, ["name"] = f,
                ["hashes"] = new JsonArray(new JsonObject
                {
                    ["alg"] = "SHA-256", ["content"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Product.Root, f)))),
                }),
            })]);
            Files.AddRange(files.Select(f => (purl, f)));
            (_needs[purl], _) = ([], _needs["vendorgov"].Add(purl));
        }
    }

    private JsonObject Add(string purl, string name, string version, string? licence)
    {
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = purl, ["name"] = name, ["purl"] = purl };
        if (version.Length > 0)
        {
            component["version"] = version;
        }

        if (licence is not null)
        {
            component["licenses"] = Licence(licence);
        }

        _components[purl] = component;
        return component;
    }

    private static JsonArray Licence(string licence) => licence.StartsWith("https:", StringComparison.Ordinal) || licence.StartsWith("http:", StringComparison.Ordinal)
        ? new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = "see address", ["url"] = licence } })
        : licence.Contains(' ', StringComparison.Ordinal) || licence.StartsWith('(') ? new JsonArray(new JsonObject { ["expression"] = licence })
        : licence.Contains('.', StringComparison.Ordinal) && licence.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            ? new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = $"file {licence} of the package" } })
            : new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = licence } });

    /// <summary>An SPDX expression, a file of the package, or an address; null where the manifest says nothing.</summary>
    private static string? LicenceOf(string name, string version)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var manifest = Path.Combine(root, name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(manifest))
        {
            return null;
        }

        var elements = XDocument.Load(manifest).Descendants().ToList();
        var said = elements.FirstOrDefault(e => e.Name.LocalName == "license");
        return said?.Attribute("type")?.Value == "expression" ? said.Value
            : said is not null ? (said.Value.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? said.Value : said.Value + ".txt")
            : elements.FirstOrDefault(e => e.Name.LocalName == "licenseUrl")?.Value;
    }
}
