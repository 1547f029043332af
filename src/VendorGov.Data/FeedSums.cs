using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>The three sums behind <see cref="FeedDays"/>, each one query.</summary>
internal static class FeedSums
{
    /// <summary>Calls that are given up within this many seconds are short abandons.</summary>
    private const int ShortAbandon = 5;

    private const int FastAnswer = 20;
    private const int FastReply = 30;

    internal readonly record struct DayKey(ContractId Contract, OutletId Outlet, Channel Channel, DateOnly Date);

    internal abstract class Row
    {
        public ContractId Contract { get; init; }
        public OutletId Outlet { get; init; }
        public Channel Channel { get; init; }
        public DateOnly Date { get; init; }
        public Side Side { get; init; }
        public DayKey Key => new(Contract, Outlet, Channel, Date);
    }

    internal sealed class Contacts : Row
    {
        public int All { get; init; }
        public int Short { get; init; }
        public int Answered { get; init; }
        public int AnsweredFast { get; init; }
        public int Wait { get; init; }
        public int Sessions { get; init; }
        public int RepliedFast { get; init; }
        public int Reply { get; init; }
        public int Rounds { get; init; }
        public int RoundsInTime { get; init; }
        public int Handled { get; init; }
        public int Traceable { get; init; }
        public int Talk { get; init; }
        public int TalkKnown { get; init; }
        public int Hold { get; init; }
        public int HoldKnown { get; init; }
        public int Wrap { get; init; }
        public int WrapKnown { get; init; }

        public void Tell(Dictionary<string, decimal> figures, bool traced)
        {
            if (Channel == Channel.Voice)
            {
                (figures["offered"], figures["short_abandon"], figures["abandoned"]) = (All, Short, All - Answered);
                (figures["answered"], figures["answered_20s"], figures["wait_s"]) = (Answered, AnsweredFast, Wait);
            }
            else if (Channel is Channel.Chat or Channel.Social)
            {
                (figures["sessions"], figures["first_reply_30s"], figures["first_reply_s"]) = (Sessions, RepliedFast, Reply);
                (figures["rounds"], figures["rounds_3m"]) = (Rounds, RoundsInTime);
            }

            figures["handled"] = Handled;
            if (traced)
            {
                figures["repeat_72h"] = 0;
            }

            TellSeconds(figures, "talk_s", Talk, TalkKnown);
            TellSeconds(figures, "hold_s", Hold, HoldKnown);
            TellSeconds(figures, "acw_s", Wrap, WrapKnown);
        }

        private void TellSeconds(Dictionary<string, decimal> figures, string field, int sum, int known)
        {
            if (known > 0 || Handled == 0)
            {
                figures[field] = sum;
            }
        }
    }

    internal sealed class Surveys : Row
    {
        public int Sent { get; init; }
        public int Responses { get; init; }
        public int Satisfied { get; init; }
    }

    internal sealed class Repeats : Row
    {
        public int Count { get; init; }
    }

    public static IQueryable<Contacts> OfContacts(IQueryable<FeedContact> contacts) => contacts
        .GroupBy(c => new { c.ContractId, c.OutletId, c.Channel, c.Date, c.SenderSide })
        .Select(g => new Contacts
        {
            Contract = g.Key.ContractId,
            Outlet = g.Key.OutletId,
            Channel = g.Key.Channel,
            Date = g.Key.Date,
            Side = g.Key.SenderSide,
            All = g.Count(),
            Short = g.Sum(c => !c.Handled && c.WaitSeconds <= ShortAbandon ? 1 : 0),
            Answered = g.Sum(c => c.Handled ? 1 : 0),
            AnsweredFast = g.Sum(c => c.Handled && c.WaitSeconds <= FastAnswer ? 1 : 0),
            Wait = g.Sum(c => c.Handled ? c.WaitSeconds ?? 0 : 0),
            Sessions = g.Sum(c => !c.ByBot && c.InHours ? 1 : 0),
            RepliedFast = g.Sum(c => !c.ByBot && c.InHours && c.FirstReplySeconds <= FastReply ? 1 : 0),
            Reply = g.Sum(c => !c.ByBot && c.InHours ? c.FirstReplySeconds ?? 0 : 0),
            Rounds = g.Sum(c => c.ByBot ? 0 : c.Rounds ?? 0),
            RoundsInTime = g.Sum(c => c.ByBot ? 0 : c.RoundsInTime ?? 0),
            Handled = g.Sum(c => c.Handled ? 1 : 0),
            Traceable = g.Sum(c => c.RepeatEndsAt != null ? 1 : 0),
            Talk = g.Sum(c => c.TalkSeconds ?? 0),
            TalkKnown = g.Sum(c => c.TalkSeconds != null ? 1 : 0),
            Hold = g.Sum(c => c.HoldSeconds ?? 0),
            HoldKnown = g.Sum(c => c.HoldSeconds != null ? 1 : 0),
            Wrap = g.Sum(c => c.WrapSeconds ?? 0),
            WrapKnown = g.Sum(c => c.WrapSeconds != null ? 1 : 0),
        });

    /// <summary>A contact is repeated where the same side tells of another one about its waybill and reason within the window.</summary>
    public static IQueryable<Repeats> OfRepeats(AppDb db, IQueryable<FeedContact> contacts, DateTimeOffset until) => contacts
        .Where(c => c.RepeatEndsAt != null && db.FeedContacts.Any(n => n.ContractId == c.ContractId && n.Waybill == c.Waybill
            && n.StartedAt > c.StartedAt && n.StartedAt <= c.RepeatEndsAt && n.Reason == c.Reason && n.SenderSide == c.SenderSide
            && n.ReceivedAt <= until))
        .GroupBy(c => new { c.ContractId, c.OutletId, c.Channel, c.Date, c.SenderSide })
        .Select(g => new Repeats
        {
            Contract = g.Key.ContractId,
            Outlet = g.Key.OutletId,
            Channel = g.Key.Channel,
            Date = g.Key.Date,
            Side = g.Key.SenderSide,
            Count = g.Count(),
        });

    public static IQueryable<Surveys> OfSurveys(IQueryable<FeedSurvey> surveys) => surveys
        .GroupBy(s => new { s.ContractId, s.OutletId, s.Channel, s.Date, s.SenderSide })
        .Select(g => new Surveys
        {
            Contract = g.Key.ContractId,
            Outlet = g.Key.OutletId,
            Channel = g.Key.Channel,
            Date = g.Key.Date,
            Side = g.Key.SenderSide,
            Sent = g.Count(),
            Responses = g.Sum(s => s.Satisfied != null ? 1 : 0),
            Satisfied = g.Sum(s => s.Satisfied == true ? 1 : 0),
        });
}
