using System.Data.Common;
using VendorGov.Data.Engines;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>
/// Tells what passes by itself (database away or locked, disk full) from a fault. Nothing was written then: a save is one transaction. People read that
/// they can send again, machines a 503 with Retry-After.
/// </summary>
public static class Outage
{
    public const string RetryAfterSeconds = "10";

    // ENOSPC, EDQUOT and EFBIG, as Linux reports them; ERROR_DISK_FULL of Windows.
    private static readonly int[] DiskFull = [28, 122, 27, unchecked((int)0x80070070)];

    public static bool Is(Exception? error, IDatabaseEngine engine) => error switch
    {
        null => false,
        DbException database when engine.IsAway(database) => true,
        IOException disk when DiskFull.Contains(disk.HResult) => true,
        _ => Is(error.InnerException, engine),
    };
}
