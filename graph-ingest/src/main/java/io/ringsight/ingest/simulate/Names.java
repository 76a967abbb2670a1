package io.ringsight.ingest.simulate;

import java.util.List;

/** Common words out of which names and places are made; no list of persons. */
final class Names {
    static final List<String> GIVEN = words("""
            Maria José Anna Lukas Emma Noah Olivia Liam Sofia Mateo Chloé Hugo Léa Louis Camille Jonas Mia Finn Lena Paul
            Giulia Marco Chiara Luca Elena Pedro Ana João Beatriz Tiago Inês Daan Sanne Bram Femke Oliver Amelia George
            Isla Harry Grace Jack Ella James Ruby Fatima Omar Aisha Yusuf Wei Mei Hiro Yuki Priya Arjun Leila Karim Olga
            Ivan Katarzyna Piotr Zoë Björn Astrid Søren Ingrid""");
    static final List<String> SURNAMES = words("""
            Silva Santos Müller Schmidt Martin Bernard Smith Jones García Rossi Russo Ferreira Costa Becker Dubois Laurent
            Taylor Brown López Fernández Bianchi Romano Oliveira Souza Weber Wagner Moreau Simon Williams Davies Martínez
            Sánchez Ferrari Esposito Pereira Almeida Hoffmann Koch Girard Mercier Evans Thomas Pérez Gómez Ricci Marino
            Ribeiro Carvalho Richter Wolf Bonnet Fontaine Roberts Walker Díaz Moreno Greco Conti Jansen Bakker Visser Smit
            Khan Ahmed Hussain Patel Singh Kumar Chen Wang Nguyen Tran Kowalski Nowak Lindqvist Hansen Nielsen Berg Novák
            Horváth Popescu Ionescu Petrov Ivanova Yılmaz Demir O'Brien Murphy Kelly McAllister Fitzgerald Ashworth
            Blackwood Thornbury Winterbourne Castellanos Montenegro Vandenberg Achterberg Szczepański""");
    static final List<String> COUNTRIES = words("GB FR DE US PL ES IT NL PT IE");
    static final List<String> STREETS = words("""
            Alder Birch Cedar Elm Hazel Juniper Larch Maple Oak Poplar Rowan Willow Castle Church Mill Bridge Station
            Market Orchard Meadow Quarry Harbour Chapel Forge Tannery Weaver Cooper Fletcher Saddler Lantern""");
    static final List<String> WAYS = words("Street Road Lane Avenue Close Row Hill Terrace");
    static final List<String> TOWN_STARTS = words("""
            North South East West Upper Lower Old New Great Little Long Stone Silver Amber Raven Otter Fox Heron Marsh
            Fern""");
    static final List<String> TOWN_ENDS = words("""
            wick ham ford mere field dale cliffe bourne stead minster haven combe thorpe bridge ley worth stow gate""");

    /** Out of these, surnames that few people have. */
    static final List<String> RARE_STARTS = words("""
            Alm Bar Ber Bran Cas Cor Dal Dor Ege Fal Fer Gar Gol Hal Har Hol Kal Kor Lan Lin Lor Mal Mar Mon Nor Or Pal
            Per Ros San Sel Sor Tal Tor Ul Val Var Vel Ver Wal Wer Zan""");

    static final List<String> RARE_MIDDLES = words("""
            a e i o ba be bi da de di ga go la le li lo ma me mi na ne ni ra re ri ro sa se ta te ti va ve vi""");
    static final List<String> RARE_ENDS = words("""
            berg dahl ssen ner ler mann stein feld lund wick ton ley ford well rez nez tti lli rdi ska nski vić ova enko
            idis oglu yan dze quist court""");
    /** What nicknames and templates of e-mail addresses are made of. */
    static final List<String> SYLLABLES = words("""
            ka lo vi mu ri sa ne to bi du fe ga ho ju ki la me no pu ra si ta ve wo xa yo za chi dra flo gri sta tru""");

    static final List<String> TOWNS = towns();

    private Names() {}

    private static List<String> towns() {
        return TOWN_STARTS.stream()
                .flatMap(start -> TOWN_ENDS.stream().map(end -> start + end))
                .toList();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
