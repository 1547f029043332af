using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;
using VendorGov.Db.SqlServer;
using VendorGov.IntegrationTests.Architecture;
using Xunit;

namespace VendorGov.IntegrationTests.Engines;

/// <summary>
/// What goes to SQL Server, read by Microsoft's own parser of its dialect (2022), and its limits computed from the model: what can be known of it without a
/// server. The suite runs there where VENDORGOV_TEST_SQLSERVER names one.
/// </summary>
public sealed class TransactSqlTests : IDisposable
{
    // Bytes of a key: a clustered one, and any other (documentation, "Maximum capacity specifications").
    private const int ClusteredKey = 900;
    private const int IndexKey = 1700;

    private readonly WriteGate _gate = new();
    private readonly SqlServerEngine _engine = new();

    [Fact]
    public void Every_script_and_every_statement_of_the_wall_is_of_its_dialect()
    {
        var folder = Path.Combine(Product.Root, "db", "sqlserver");
        var deploy = File.ReadAllText(Path.Combine(folder, "deploy.sql"));
        // sqlcmd has them off by default, and no filtered index is made or written to then.
        Assert.StartsWith("SET ANSI_NULLS, QUOTED_IDENTIFIER ON;\nGO\n", deploy, StringComparison.Ordinal);
        var scripts = Directory.GetFiles(folder, "*.sql").ToDictionary(p => Path.GetFileName(p), p => Parse(File.ReadAllText(p)));
        Assert.Equal(3, scripts.Count);
        var inner = new Strings();
        foreach (var script in scripts.Values)
        {
            script.Accept(inner);
        }

        // Migrations hide statements in texts, which the server reads later.
        Assert.NotEmpty(inner.Found);
        Assert.All(inner.Found, text => Parse(text));

        using var db = Open();
        Assert.All(_engine.Wall.Statements(db.Model).Append(SqlServerSerial()), statement => Parse(statement));
        using var command = new SqlCommand();
        _engine.Wall.Tell(command, new WallWord(Guid.NewGuid(), false));
        Parse(command.CommandText);
    }

    [Fact]
    public void The_policy_filters_and_blocks_every_table_of_a_tenant()
    {
        var policy = Parse(File.ReadAllText(Path.Combine(Product.Root, "db", "sqlserver", "row-security.sql")));
        var found = new Policies();
        policy.Accept(found);
        var actions = Assert.Single(found.Found).SecurityPredicateActions;
        using var db = Open();
        foreach (var table in WalledTable.Of(db.Model))
        {
            var of = actions.Where(a => a.TargetObjectName.BaseIdentifier.Value == table.Name).ToList();
            Assert.Single(of, a => a.SecurityPredicateType == SecurityPredicateType.Filter);
            var blocked = of.Where(a => a.SecurityPredicateType == SecurityPredicateType.Block).Select(a => a.SecurityPredicateOperation).ToHashSet();
            Assert.Superset(new HashSet<SecurityPredicateOperation> { SecurityPredicateOperation.AfterInsert, SecurityPredicateOperation.AfterUpdate }, blocked);
            if (table.Kind != WallKind.Own)
            {
                Assert.Superset(new HashSet<SecurityPredicateOperation> { SecurityPredicateOperation.BeforeUpdate, SecurityPredicateOperation.BeforeDelete }, blocked);
            }
        }
    }

    [Fact]
    public void Keys_fit_texts_are_bounded_and_no_deletion_reaches_a_table_by_two_ways()
    {
        using var db = Open();
        var problems = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var limits = entity.GetKeys().Select(k => (k.Properties, k.IsPrimaryKey() ? ClusteredKey : IndexKey)).Concat(entity.GetIndexes().Select(i => (i.Properties, IndexKey)));
            problems.AddRange(limits.Where(l => l.Properties.Sum(BytesOf) > l.Item2).Select(l => $"{entity.GetTableName()}: {string.Join(", ", l.Properties.Select(p => p.Name))}"));
            // Error 1785: from one deleted row, each table may be reached by cascades in one way only.
            var reached = new Dictionary<IEntityType, int>();
            Reach(entity, reached, 0);
            problems.AddRange(reached.Where(r => r.Value > 1 || r.Key == entity).Select(r => $"{entity.GetTableName()} reaches {r.Key.GetTableName()} {r.Value} times"));
        }

        Assert.Empty(problems);
    }

    /// <summary>The code takes them as they are written; a collation that sees no case or width would refuse two that differ, and two pieces of one text.</summary>
    [Fact]
    public void Keys_that_other_systems_made_and_pieces_of_texts_are_compared_as_they_are_written()
    {
        using var db = Open();
        var texts = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string)).ToList();
        var exact = texts.Where(p => p.Name.EndsWith("ExternalId", StringComparison.Ordinal) || p.Name == "Gram"
            || (p.Name == "Key" && p.DeclaringType.ClrType.Name is "IdempotentAnswer" or "ImportedIncident")).ToList();
        Assert.Equal(10, exact.Count);
        Assert.All(exact, p => Assert.Equal("Latin1_General_100_BIN2", p.GetCollation()));
        // Columns of two collations cannot be compared with each other.
        Assert.DoesNotContain(texts.Except(exact), p => p.GetCollation() is not null);
    }

    public void Dispose() => _gate.Dispose();

    private static void Reach(IEntityType from, Dictionary<IEntityType, int> reached, int depth)
    {
        foreach (var key in from.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && k.DeclaringEntityType.GetTableName() != from.GetTableName()))
        {
            reached[key.DeclaringEntityType] = reached.GetValueOrDefault(key.DeclaringEntityType) + 1;
            if (depth < 10)
            {
                Reach(key.DeclaringEntityType, reached, depth + 1);
            }
        }
    }

    /// <summary>At most, as the documentation counts them; a text without bound is none that a key could hold.</summary>
    private static int BytesOf(IProperty property)
    {
        var type = property.GetColumnType();
        var length = type.Split('(', ')') is [_, var inner, ..] && int.TryParse(inner.Split(',')[0], out var n) ? n : (int?)null;
        return type.Split('(')[0] switch
        {
            "nvarchar" => length * 2 ?? 100_000,
            "varchar" or "varbinary" => length ?? 100_000,
            "uniqueidentifier" => 16,
            "decimal" => 17,
            "datetime2" or "datetimeoffset" => 10,
            "bigint" => 8,
            _ => 4,
        };
    }

    private static TSqlFragment Parse(string text)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.True(errors.Count == 0, $"{errors.FirstOrDefault()?.Line}: {errors.FirstOrDefault()?.Message}\n{text[..Math.Min(400, text.Length)]}");
        return script;
    }

    private static string SqlServerSerial() =>
        (string)typeof(SqlServerEngine).Assembly.GetType("VendorGov.Db.SqlServer.SqlServerWall")!
            .GetField("Serial", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.GetRawConstantValue()!;

    private AppDb Open()
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        _engine.Configure(options, "Server=nowhere;Database=none;Encrypt=true");
        return new AppDb(options.Options, new TenantScope(), _gate, TimeProvider.System);
    }

    /// <summary>Statements within EXEC(N'...').</summary>
    private sealed class Strings : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(ExecutableStringList node)
        {
            // One that is put together from a name is whole at run time only.
            if (node.Strings is [StringLiteral whole])
            {
                Found.Add(whole.Value);
            }
        }
    }

    private sealed class Policies : TSqlFragmentVisitor
    {
        public List<CreateSecurityPolicyStatement> Found { get; } = [];

        public override void Visit(CreateSecurityPolicyStatement node) => Found.Add(node);
    }
}
