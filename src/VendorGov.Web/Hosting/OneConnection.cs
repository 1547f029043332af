using Microsoft.EntityFrameworkCore;
using VendorGov.Data;

namespace VendorGov.Web.Hosting;

/// <summary>
/// A page asks the database a dozen questions. The connection of the first one is kept for the others, which spares what opening costs each time:
/// settings on the embedded engine, on a server the word of the second wall. It is given back before the answer begins, so that no slow reader holds it.
/// </summary>
public static class OneConnection
{
    private const long LongestBody = 1 << 20;

    public static async Task KeepAsync(HttpContext context, AppDb db)
    {
        // Who brings a file may take minutes to send it.
        if (!HttpMethods.IsGet(context.Request.Method) && !(context.Request.ContentLength <= LongestBody))
        {
            return;
        }

        await db.Database.OpenConnectionAsync(context.RequestAborted);
        context.Response.OnStarting(() => db.Database.CloseConnectionAsync());
    }
}
