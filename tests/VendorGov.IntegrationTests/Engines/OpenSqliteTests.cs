using System.Globalization;
using Microsoft.Data.Sqlite;
using VendorGov.Db.Sqlite;
using Xunit;

namespace VendorGov.IntegrationTests.Engines;

/// <summary>A page's statements are prepared once for a connection, however often the page is asked for.</summary>
public sealed class OpenSqliteTests : IDisposable
{
    private readonly OpenSqlite _open = OpenSqlite.Open(new SqliteConnection("Data Source=:memory:"), 0);

    [Fact]
    public void What_is_used_again_and_again_stays_prepared()
    {
        var first = Enumerable.Range(0, 20).Select(Used).ToList();
        for (var round = 0; round < 100; round++)
        {
            for (var i = 0; i < first.Count; i++)
            {
                Assert.Same(first[i], Used(i));
            }
        }
    }

    [Fact]
    public void The_one_that_was_not_used_for_longest_makes_room()
    {
        var first = Enumerable.Range(0, 100).Select(Used).ToList();
        Assert.Same(first[0], Used(0));
        Used(100);
        Assert.Same(first[0], Used(0));
        Assert.NotSame(first[1], Used(1));
    }

    [Fact]
    public void One_of_two_at_once_is_kept()
    {
        var (one, other) = (_open.Take("SELECT 1"), _open.Take("SELECT 1"));
        Assert.NotSame(one, other);
        _open.GiveBack(one);
        _open.GiveBack(other);
        Assert.Same(one, _open.Take("SELECT 1"));
    }

    public void Dispose() => _open.Dispose();

    private KeptStatement Used(int number)
    {
        var statement = _open.Take($"SELECT {number}");
        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Convert.ToString(statement.ExecuteScalar(), CultureInfo.InvariantCulture));
        _open.GiveBack(statement);
        return statement;
    }
}
