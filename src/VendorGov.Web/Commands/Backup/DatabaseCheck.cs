using Microsoft.Data.Sqlite;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands.Backup;

/// <summary>Whether a copied database is sound: its pages, its indexes and what its rows refer to.</summary>
internal static class DatabaseCheck
{
    /// <summary>Throws <see cref="CommandException"/> where it is not. Leaves no file beside it.</summary>
    public static void Demand(string file)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            // The copy of a database in WAL mode brings the mode along; one file is to be all of it.
            Ask(connection, "PRAGMA journal_mode=DELETE");
            if (Ask(connection, "PRAGMA integrity_check") is var found and not "ok")
            {
                throw new CommandException($"The database is damaged: {found}");
            }

            if (Ask(connection, "PRAGMA foreign_key_check") is { } table)
            {
                throw new CommandException($"The database is damaged: rows of {table} refer to rows that are missing.");
            }
        }
        catch (SqliteException e)
        {
            throw new CommandException($"The database is damaged: {e.Message}");
        }
    }

    private static string? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString();
    }
}
